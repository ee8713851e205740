package io.valence.server;

import io.valence.server.settings.Messages;
import io.valence.server.settings.Settings;
import io.valence.server.settings.SettingsReader;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** The command that starts the server and stays with it to the end. */
final class ServeCommand {
    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);
    private static final String SANDBOX = "--sandbox";
    private static final int DONE = 0;
    private static final int FAILED = 1;

    private final Map<String, String> environment;
    private final Terminal terminal;

    ServeCommand(Map<String, String> environment, Terminal terminal) {
        this.environment = environment;
        this.terminal = terminal;
    }

    int run(List<String> arguments) {
        Settings settings = read(arguments);
        long began = System.nanoTime();
        Server server;
        try {
            StandIns standIns =
                    arguments.contains(SANDBOX) ? StandIns.started(settings) : StandIns.none();
            server = Server.start(settings, standIns);
        } catch (Refusal refusal) {
            throw refusal;
        } catch (RuntimeException failure) {
            LOG.error("Valence could not start", failure);
            return FAILED;
        }
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> stop(server, stopped), "valence-stop"));
        terminal.out().print(Banner.of(server, terminal.isInteractive()));
        terminal.out().flush();
        LOG.atInfo()
                .addKeyValue("version", Version.text())
                .addKeyValue("address", server.address().url())
                .addKeyValue("ms", (System.nanoTime() - began) / 1_000_000)
                .log("Started");
        return await(stopped);
    }

    private Settings read(List<String> arguments) {
        SettingsReader reader = new SettingsReader(environment);
        SettingsReader.Outcome outcome =
                fileIn(arguments.stream().filter(each -> !each.equals(SANDBOX)).toList())
                        .map(reader::read)
                        .orElseGet(reader::read);
        return switch (outcome) {
            case SettingsReader.Outcome.Read(var settings, var warnings) -> {
                LogConfiguration.apply(settings.logLevel());
                warnings.forEach(warning -> LOG.warn("{}", warning));
                yield settings;
            }
            case SettingsReader.Outcome.Refused(var problems, var warnings) -> {
                warnings.forEach(warning -> LOG.warn("{}", warning));
                throw Refusal.ofWish(
                        problems.size() == 1
                                ? "nothing was started, since a setting is wrong:"
                                : "nothing was started, since %d settings are wrong:"
                                        .formatted(problems.size()),
                        problems);
            }
        };
    }

    private static Optional<Path> fileIn(List<String> arguments) {
        Optional<Path> file = Optional.empty();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.startsWith("--settings=")) {
                file = Optional.of(Path.of(argument.substring("--settings=".length())));
            } else if (argument.equals("--settings") && i + 1 < arguments.size()) {
                i++;
                file = Optional.of(Path.of(arguments.get(i)));
            } else if (argument.equals("--settings")) {
                throw Refusal.ofWish("--settings needs the name of a file.");
            } else {
                throw Refusal.ofWish(
                        "serve does not take "
                                + Messages.quoted(argument)
                                + ".\n\n"
                                + Help.commands());
            }
        }
        return file;
    }

    private static void stop(Server server, CountDownLatch stopped) {
        server.close();
        LOG.info("Stopped");
        stopped.countDown();
    }

    private static int await(CountDownLatch stopped) {
        try {
            stopped.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return DONE;
    }
}
