package io.valence.application.resource;

import io.valence.application.call.Reached;
import io.valence.application.call.Setback;
import io.valence.domain.call.Content;
import io.valence.domain.call.Header;
import io.valence.domain.call.VendorAnswer;
import io.valence.domain.call.VendorWords;
import io.valence.domain.document.Documents;
import io.valence.domain.document.Node;
import io.valence.domain.document.Reading;

import java.util.List;
import java.util.Optional;

/** The reader of vendors' answers, whole and bounded. */
final class AnswerReader {
    /** What one answer of a vendor may have, since it is held in memory. */
    static final int MOST_BYTES = 16 << 20;

    private final Documents documents;

    AnswerReader(Documents documents) {
        this.documents = documents;
    }

    /** What an answer turned out to be. */
    sealed interface Answered {
        /** A document, or nothing at all. */
        record Document(Optional<Node> node, List<Header> headers) implements Answered {}

        /** A refusal in the vendor's words. */
        record Refused(int status, String said, List<Header> headers) implements Answered {}

        /** Nothing that can be used. */
        record Unusable(Setback setback) implements Answered {}
    }

    /** Reads it to its end and closes it. */
    Answered read(Reached through, VendorAnswer.Answered answer, Room.Share share) {
        if (!isSuccess(answer.status())) {
            return refused(through, answer);
        }
        return switch (documents.read(share.weighing(answer.content().bytes()), MOST_BYTES)) {
            case Reading.Read(var node) ->
                    new Answered.Document(Optional.of(node), answer.headers());
            case Reading.Blank() -> new Answered.Document(Optional.empty(), answer.headers());
            case Reading.Unreadable(var why) ->
                    unusable(through, "its answer is not the JSON it should be: " + why, false);
            case Reading.TooLong(var most) ->
                    unusable(through, "its answer has more than " + most + " bytes", false);
            case Reading.BrokeOff(var late) ->
                    share.setback(through.id())
                            .<Answered>map(Answered.Unusable::new)
                            .orElseGet(() -> broken(through, share.isFull(), late));
        };
    }

    private static Answered broken(Reached through, boolean tooMuch, boolean late) {
        if (tooMuch) {
            return unusable(
                    through,
                    "its answers are too large to be held at once; a smaller pageSize may help",
                    false);
        }
        return unusable(
                through, late ? "its answer came too slowly" : "its answer broke off", late);
    }

    /** A refusal, which is closed with this. */
    static Answered.Refused refused(Reached through, VendorAnswer.Answered answer) {
        Content content = answer.content();
        return new Answered.Refused(
                answer.status(), VendorWords.in(content, through.secrets()), answer.headers());
    }

    static boolean isSuccess(int status) {
        return status >= 200 && status < 300;
    }

    static Answered.Unusable unusable(Reached through, String reason, boolean late) {
        return new Answered.Unusable(
                new Setback.VendorFailed(through.id(), reason, Optional.empty(), late));
    }
}
