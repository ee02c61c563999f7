package cn.lantai.server.imports;

import cn.lantai.ingest.IngestReport;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * What came of an import, or would come of it after a dry run, in numbers. Kept beside its report.
 *
 * @param rejected rows that were kept out
 */
public record Outcome(
    long read,
    long created,
    long updated,
    long unchanged,
    long rejected,
    long errors,
    long warnings) {

  private static final String FILE = "outcome.json";

  static Outcome of(IngestReport report) {
    return new Outcome(
        report.read(),
        report.created(),
        report.updated(),
        report.unchanged(),
        report.rejected(),
        report.errors(),
        report.warnings());
  }

  /** Whether nothing was kept out. */
  public boolean isClean() {
    return errors == 0;
  }

  void write(Path folder) throws IOException {
    Path part = folder.resolve(FILE + ".part");
    Files.writeString(part, json().toString());
    Files.move(
        part,
        folder.resolve(FILE),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /** The outcome of the import whose report is in the folder; empty if it has not ended. */
  public static Optional<Outcome> in(Path folder) {
    try (JsonReader reader =
        Json.createReader(new StringReader(Files.readString(folder.resolve(FILE))))) {
      JsonObject json = reader.readObject();
      return Optional.of(
          new Outcome(
              number(json, "read"),
              number(json, "created"),
              number(json, "updated"),
              number(json, "unchanged"),
              number(json, "rejected"),
              number(json, "errors"),
              number(json, "warnings")));
    } catch (IOException | JsonException | NullPointerException | ClassCastException none) {
      return Optional.empty();
    }
  }

  private static long number(JsonObject json, String name) {
    return json.getJsonNumber(name).longValue();
  }

  public JsonObject json() {
    return Json.createObjectBuilder()
        .add("read", read)
        .add("created", created)
        .add("updated", updated)
        .add("unchanged", unchanged)
        .add("rejected", rejected)
        .add("errors", errors)
        .add("warnings", warnings)
        .build();
  }
}
