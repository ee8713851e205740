package io.valence.benchmarks.measure;

import java.util.stream.Stream;

/** What a process and those that it began have used of the machine's cores. */
public final class CpuTime {
    private CpuTime() {}

    /** Since they began, in microseconds; the machine counts in steps of ten milliseconds. */
    public static double microseconds(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .flatMap(each -> each.info().totalCpuDuration().stream())
                .mapToDouble(time -> time.toNanos() / 1e3)
                .sum();
    }
}
