package io.valence.adapters.rest.resource;

import io.valence.adapters.rest.http.Answer;
import io.valence.adapters.rest.http.Call;
import io.valence.adapters.rest.http.ErrorBody;

import java.util.Optional;

/** What a caller hears of a vendor that says no. */
final class VendorStatus {
    private VendorStatus() {}

    /** One status and one beginning for all vendors, and the vendor's own words. */
    static Answer answer(Call call, int status, String said) {
        int own =
                switch (status) {
                    case 400, 401, 403, 404, 405, 406, 409, 412, 413, 415, 423, 429 -> status;
                    case 408, 504 -> 504;
                    case 422 -> 400;
                    default -> status >= 400 && status < 500 ? 400 : 502;
                };
        String sentence =
                switch (own) {
                    case 400 -> "The vendor does not accept the request.";
                    case 401 -> "The vendor does not let this instance in.";
                    case 403 -> "The vendor does not allow this to the instance's user.";
                    case 404 -> "The vendor has no such record.";
                    case 405, 406, 415 -> "The vendor does not take the request as it is.";
                    case 409, 412 -> "The request collides with what the vendor has.";
                    case 413 -> "The request is too large for the vendor.";
                    case 423 -> "The vendor has this locked.";
                    case 429 -> "The vendor is asked too often. Wait, and ask again.";
                    case 504 -> "The vendor ran out of time.";
                    default -> "The vendor failed.";
                };
        return ErrorBody.ofVendor(
                call, own, sentence, Optional.of(said).filter(words -> !words.isBlank()));
    }
}
