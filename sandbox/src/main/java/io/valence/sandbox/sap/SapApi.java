package io.valence.sandbox.sap;

import io.valence.sandbox.http.Action;
import io.valence.sandbox.http.Answer;
import io.valence.sandbox.http.Call;
import io.valence.sandbox.http.Gate;
import io.valence.sandbox.http.Json;
import io.valence.sandbox.http.Refusal;
import io.valence.sandbox.http.Routes;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Predicate;

/** The API below {@code v1}: its door, its errors, and where everything is. */
public final class SapApi implements Action {
    private final Predicate<String> admitted;
    private final Gate gate = new Gate(SapApi::words);
    private final Routes routes = new Routes();

    /** The API for those whose access token passes this test; files go to this shelf. */
    public SapApi(Predicate<String> admitted, Shelf shelf) {
        this.admitted = admitted;
        SapStock stock = new SapStock();
        new SapCustomers(stock.customers(), shelf).addTo(routes);
        new SapOrders(stock).addTo(routes);
        new SapProducts(stock, shelf).addTo(routes);
        new SapWebhooks().addTo(routes);
    }

    @Override
    public Answer answer(Call call) throws IOException {
        return gate.pass(
                call,
                passing -> {
                    admit(passing);
                    return routes.answer(passing);
                });
    }

    /** What every call goes through. */
    public Gate gate() {
        return gate;
    }

    private void admit(Call call) {
        Optional<String> token =
                call.query("access_token")
                        .or(
                                () ->
                                        call.header("Authorization")
                                                .filter(
                                                        value ->
                                                                value.regionMatches(
                                                                        true, 0, "Bearer ", 0, 7))
                                                .map(value -> value.substring(7).strip()));
        if (token.filter(admitted).isEmpty()) {
            throw new Refusal(
                    401,
                    "invalid_token",
                    "The access token is missing, has expired or was revoked.");
        }
    }

    private static Answer words(Refusal refusal) {
        Answer answer =
                Answer.json(
                        refusal.status(),
                        Json.object()
                                .put("errorCode", refusal.code())
                                .put("message", refusal.sentence()));
        return refusal.status() == 401
                ? answer.with(
                        "WWW-Authenticate",
                        "Bearer realm=\"SAP Anywhere sandbox\", error=\"invalid_token\"")
                : answer;
    }
}
