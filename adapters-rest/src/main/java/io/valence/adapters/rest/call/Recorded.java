package io.valence.adapters.rest.call;

import io.valence.adapters.rest.http.Answer;
import io.valence.adapters.rest.http.Call;
import io.valence.application.call.Recorder;
import io.valence.application.call.Recording;
import io.valence.domain.call.Header;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.List;

/** Calls whose course may be kept. */
public final class Recorded {
    private static final Logger LOG = LoggerFactory.getLogger(Recorded.class);

    private final Recorder recorder;

    /** Kept by this. */
    public Recorded(Recorder recorder) {
        this.recorder = recorder;
    }

    /** Carries out a call. */
    public interface Action {
        /** Carries it out, and lets this recording see it. */
        Answer answer(Recording recording);
    }

    /** The answer, which names the trace if the instance's owner wants one. */
    public Answer answer(Call call, Action action) {
        return answer(call, false, action);
    }

    /** The same; the caller may want a trace in any case. */
    public Answer answer(Call call, boolean wanted, Action action) {
        Recording recording = recorder.begin(call.method(), call.address(), call.headers(), wanted);
        Answer answer = action.answer(recording);
        if (recording.id().isEmpty()) {
            return answer;
        }
        answer.with("Elements-Trace-Id", recording.id().get().value());
        if (answer.passesThrough()) {
            return answer.whenOver(() -> keep(recording, call, answer));
        }
        keep(recording, call, answer);
        return answer;
    }

    /** That no trace could be kept does no harm to the call. */
    private static void keep(Recording recording, Call call, Answer answer) {
        List<Header> headers = new ArrayList<>();
        answer.eachHeader((name, value) -> headers.add(new Header(name, value)));
        try {
            recording.finish(answer.code(), headers, answer.bytes());
        } catch (RuntimeException failure) {
            LOG.atWarn()
                    .addKeyValue("request", call.requestId())
                    .addKeyValue("cause", failure.getClass().getSimpleName())
                    .log("A trace could not be kept");
        }
    }
}
