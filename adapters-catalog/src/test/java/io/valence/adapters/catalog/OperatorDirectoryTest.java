package io.valence.adapters.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.adapters.catalog.ShippedElements.Loading;
import io.valence.domain.account.Viewer;
import io.valence.domain.configuration.ConfigurationEntry;
import io.valence.domain.configuration.ConfigurationKey;
import io.valence.domain.configuration.Format;
import io.valence.domain.element.CheckCall;
import io.valence.domain.element.Element;
import io.valence.domain.element.ElementId;
import io.valence.domain.element.ElementKey;
import io.valence.domain.resource.Parameter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class OperatorDirectoryTest {
    private static final Viewer ANYBODY = new Viewer.Anonymous();

    @TempDir private Path directory;

    @Test
    void addsNothingFromAnEmptyDirectory() {
        Loading loading = ShippedElements.load(directory);

        assertThat(usable(loading).visibleTo(ANYBODY))
                .isEqualTo(ShippedElements.load().visibleTo(ANYBODY));
        assertThat(loading.warnings()).isEmpty();
    }

    @Test
    void readsTheExampleOfTheGuide() throws IOException {
        String guide = Files.readString(Path.of("../docs/element-files.md"));
        write("acmecrm.json", guide.split("```json\n", -1)[1].split("```", -1)[0]);

        Loading loading = ShippedElements.load(directory);

        Element acme = usable(loading).find(ANYBODY, new ElementId(900501)).orElseThrow();
        assertThat(loading.warnings()).isEmpty();
        assertThat(acme.key()).isEqualTo(new ElementKey("acmecrm"));
        assertThat(entry(acme, "acme.license").isSecret()).isTrue();
        assertThat(entry(acme, "site.url").format()).isEqualTo(Format.HOST);
        assertThat(entry(acme, "filter.response.nulls").id().value()).isEqualTo(900001990);
        assertThat(acme.schema().entries()).hasSize(10);
        assertThat(acme.check()).contains(new CheckCall("/me"));
        assertThat(acme.parameters())
                .containsExactly(
                        new Parameter(
                                900001,
                                "acme.license",
                                Parameter.Source.CONFIGURATION,
                                "X-Acme-License",
                                Parameter.Destination.HEADER));
    }

    @Test
    void listsAddedElementsAmongTheShippedOnes() throws IOException {
        write("acme.json", Sample.minimal());

        ShippedElements elements = usable(ShippedElements.load(directory));

        assertThat(elements.visibleTo(ANYBODY))
                .extracting(element -> element.key().value())
                .containsExactly("acme", "oraclesalescloud", "sapanywhere");
    }

    @Test
    void givesAnElementTheCommonEntriesThatItsFileLeavesOut() throws IOException {
        write(
                "acme.json",
                Sample.minimal()
                        .replace(
                                "\"configuration\": []",
                                """
                                "configuration": [
                                  {"id": 900001991, "key": "event.notification.callback.url",
                                   "name": "Callback", "description": "Where to post.",
                                   "type": "TEXTFIELD_1000"}]\
                                """));

        Element acme =
                usable(ShippedElements.load(directory)).get(new ElementId(900001)).orElseThrow();

        assertThat(acme.schema().entries())
                .extracting(entry -> entry.key() + " " + entry.id())
                .containsExactly(
                        "event.notification.callback.url 900001991",
                        "filter.response.nulls 900001990",
                        "event.vendor.type 900002001",
                        "event.notification.enabled 900001992",
                        "event.notification.type 900001994");
        assertThat(entry(acme, "event.notification.callback.url").format())
                .isEqualTo(Format.HTTP_URL);
    }

    @Test
    void putsAFileInThePlaceOfAShippedElementOfTheSameKey() throws IOException {
        write(
                "own.json",
                Sample.minimal().replace("900001", "2198").replace("\"acme\"", "\"sapanywhere\""));

        ShippedElements elements = usable(ShippedElements.load(directory));

        assertThat(elements.get(new ElementId(2198)).orElseThrow().name()).isEqualTo("Acme");
        assertThat(elements.find(ANYBODY, new ElementId(1468))).isEmpty();
        assertThat(elements.visibleTo(ANYBODY)).hasSize(2);
    }

    @Test
    void saysWhichFileBecameWhichElement() throws IOException {
        write("b.json", Sample.minimal());
        write(
                "a.json",
                Sample.minimal().replace("900001", "2198").replace("\"acme\"", "\"sapanywhere\""));

        Loading loading = ShippedElements.load(directory);

        assertThat(((Loading.Usable) loading).files())
                .containsExactly(
                        new ShippedElements.OperatorFile(
                                "a.json", new ElementKey("sapanywhere"), new ElementId(2198), true),
                        new ShippedElements.OperatorFile(
                                "b.json", new ElementKey("acme"), new ElementId(900001), false));
    }

    @Test
    void keepsADeletedElementForItsInstancesOnly() throws IOException {
        write("acme.json", Sample.minimal().replace("{\n", "{\n\"deleted\": true,\n"));

        ShippedElements elements = usable(ShippedElements.load(directory));

        assertThat(elements.get(new ElementId(900001))).isPresent();
        assertThat(elements.find(ANYBODY, new ElementKey("acme"))).isEmpty();
        assertThat(elements.visibleTo(ANYBODY)).hasSize(2);
    }

    @Test
    void takesACopyOfAShippedFileWithoutAWarning() throws IOException {
        Files.copy(
                Path.of("src/main/resources/catalog/sapanywhere.json"),
                directory.resolve("copy.json"));

        Loading loading = ShippedElements.load(directory);

        assertThat(usable(loading).visibleTo(ANYBODY))
                .isEqualTo(ShippedElements.load().visibleTo(ANYBODY));
        assertThat(loading.warnings()).isEmpty();
    }

    @Test
    void warnsOfWhatItDoesNotKnow() throws IOException {
        write(
                "acme.json",
                Sample.minimal()
                        .replace("{\n", "{\n\"signupURL\": null, \"hooks\": [{\"path\": 1}],\n")
                        .replace("\"none\"", "\"none\", \"note\": 1"));

        Loading loading = ShippedElements.load(directory);

        assertThat(usable(loading).get(new ElementId(900001))).isPresent();
        assertThat(loading.warnings())
                .containsExactly(
                        "acme.json: authentication: member 'note' is unknown, and ignored",
                        "acme.json: hooks: is not read in this version, and ignored",
                        "acme.json: member 'signupURL' is unknown, and ignored");
    }

    @Test
    void leavesOtherFilesAlone() throws IOException {
        write("README.md", "not an element");
        write(".hidden.json", "not an element");

        assertThat(usable(ShippedElements.load(directory)).visibleTo(ANYBODY)).hasSize(2);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }

    private static ShippedElements usable(Loading loading) {
        assertThat(loading).isInstanceOf(Loading.Usable.class);
        return ((Loading.Usable) loading).elements();
    }

    private static ConfigurationEntry entry(Element element, String key) {
        return element.schema().entry(new ConfigurationKey(key)).orElseThrow();
    }
}
