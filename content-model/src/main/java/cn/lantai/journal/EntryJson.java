package cn.lantai.journal;

import cn.lantai.chain.RowHash;
import cn.lantai.entity.EntityIri;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A row as a line of JSON, complete, so that whoever has all lines can check the chain: {@link
 * EntryHash} says over which bytes each hash goes.
 */
public final class EntryJson {

  private static final JsonProvider JSON = JsonProvider.provider();

  private EntryJson() {}

  public static String line(Entry entry) {
    return JSON.createObjectBuilder()
        .add("sequence", entry.sequence())
        .add("entity", entry.entity().uri())
        .add("action", entry.action().name())
        .add("version", entry.version())
        .add("replaces", entry.replaces())
        .add("at", EntryHash.time(entry.at()))
        .add("agent", entry.agent())
        .add("reason", entry.reason())
        .add("content", new String(entry.content(), StandardCharsets.UTF_8))
        .add("previousHash", RowHash.hex(entry.previousHash()))
        .add("hash", RowHash.hex(entry.hash()))
        .build()
        .toString();
  }

  /**
   * @throws IllegalArgumentException if the line is not a row, or the row does not have its hash
   */
  public static Entry parse(String line) {
    Entry entry = read(line);
    if (!RowHash.hex(EntryHash.of(entry)).equals(RowHash.hex(entry.hash()))) {
      throw new IllegalArgumentException("Row " + entry.sequence() + " does not have its hash");
    }
    return entry;
  }

  private static Entry read(String line) {
    try {
      JsonObject json = JSON.createReader(new StringReader(line)).readObject();
      return new Entry(
          json.getJsonNumber("sequence").longValueExact(),
          EntityIri.parse(json.getString("entity")).orElseThrow(),
          Action.valueOf(json.getString("action")),
          json.getJsonNumber("version").longValueExact(),
          json.getJsonNumber("replaces").longValueExact(),
          Instant.parse(json.getString("at")),
          json.getString("agent"),
          json.getString("reason"),
          json.getString("content").getBytes(StandardCharsets.UTF_8),
          RowHash.parse(json.getString("previousHash")),
          RowHash.parse(json.getString("hash")));
    } catch (RuntimeException malformed) {
      throw new IllegalArgumentException("Not a row of a journal: " + malformed, malformed);
    }
  }
}
