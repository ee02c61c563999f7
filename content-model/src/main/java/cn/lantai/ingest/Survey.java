package cn.lantai.ingest;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.LocalizedText;
import cn.lantai.hierarchy.Objection;
import cn.lantai.hierarchy.Standing;
import cn.lantai.ingest.mapping.Mapper;
import cn.lantai.ingest.source.KeyTable;
import cn.lantai.ingest.source.SourceRow;
import cn.lantai.table.Place;
import cn.lantai.table.Row;
import cn.lantai.table.Table;
import cn.lantai.table.Tables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * The first reading of an import: which keys it has and where, and whether its hierarchies have
 * cycles. Holds keys, not rows, except the rows of part tables.
 */
final class Survey {

  /** Rows of part tables are held; more of them are not for one import. */
  private static final int MOST_PARTS = 300_000;

  private final KeyTable keys = new KeyTable();
  private final List<String> files = new ArrayList<>();
  private final Map<String, Integer> fileNumbers = new HashMap<>();
  private final IntList fileOf = new IntList();
  private final IntList rowOf = new IntList();
  private final Misplacements misplacements;
  private final Map<String, Map<String, List<PartRow>>> parts = new HashMap<>();
  private final Set<String> owners = new HashSet<>();
  private final MessageDigest digest = sha256();
  private int partCount;
  private long rows;

  /** A row of a part table, and what it came as. */
  record PartRow(Row row, SourceRow origin) {

    /** The same, with nothing noted on the row but what its source said. */
    PartRow fresh() {
      Row again = row.afresh();
      origin.problems().forEach(again::note);
      return new PartRow(again, origin);
    }
  }

  private Survey(Misplacements misplacements) {
    this.misplacements = misplacements;
  }

  /**
   * Reads all sources; those that cannot be read whole are left out by the stream.
   *
   * @param standing where things stand before the import; asked for once for each reading
   * @param progress told how many rows were read
   */
  static Survey of(
      RowStream stream,
      Existing existing,
      Supplier<Standing> standing,
      NamedByTables named,
      LongConsumer progress)
      throws IOException {
    while (true) {
      named.restart();
      Survey survey = new Survey(new Misplacements(standing.get(), existing::meant));
      try {
        stream.read(
            (number, mapped, origin) -> {
              survey.take(number, mapped, origin);
              named.note(mapped, origin);
              progress.accept(survey.rows);
            });
        survey.misplacements.find(survey);
        return survey;
      } catch (RowStream.RefusedException refused) {
        // Again, without the source.
      }
    }
  }

  private void take(int number, Mapper.Mapped mapped, SourceRow origin) throws IOException {
    rows += mapped.derived() ? 0 : 1;
    mix(mapped);
    if (number < 0) {
      takePart(mapped, origin);
      return;
    }
    note(mapped.row().place());
    Optional<EntityIri> iri = own(mapped.target().table(), mapped.row());
    if (iri.isEmpty() || keys.putIfAbsent(key(iri.get()), number) != KeyTable.NONE) {
      return;
    }
    Table table = mapped.target().table();
    if (!table.parts().isEmpty()) {
      owners.add(ownerKey(table, iri.get().key()));
    }
    misplacements.take(table, iri.get(), mapped.row());
  }

  private void takePart(Mapper.Mapped mapped, SourceRow origin) throws IOException {
    if (++partCount > MOST_PARTS) {
      throw new IOException(
          "More than "
              + MOST_PARTS
              + " rows in "
              + mapped.target().file()
              + ": import them in parts");
    }
    Table.Part part = mapped.target().part().orElseThrow();
    String owner = mapped.row().get(part.owner()).orElse("").toLowerCase(Locale.ROOT);
    parts
        .computeIfAbsent(part.file(), file -> new HashMap<>())
        .computeIfAbsent(owner, key -> new ArrayList<>())
        .add(new PartRow(mapped.row(), origin));
  }

  private void note(Place place) {
    fileOf.add(
        fileNumbers.computeIfAbsent(
            place.file(),
            file -> {
              files.add(file);
              return files.size() - 1;
            }));
    rowOf.add((int) Math.min(Integer.MAX_VALUE, place.row()));
  }

  private void mix(Mapper.Mapped mapped) {
    digest.update(mapped.target().file().getBytes(StandardCharsets.UTF_8));
    mapped.row().cells().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            cell -> {
              digest.update(cell.getKey().getBytes(StandardCharsets.UTF_8));
              digest.update((byte) 0);
              digest.update(cell.getValue().getBytes(StandardCharsets.UTF_8));
              digest.update((byte) 0);
            });
  }

  /** The entity that a row is about; what is wrong with its key is left for the second reading. */
  static Optional<EntityIri> own(Table table, Row row) {
    return table.own().apply(row.afresh());
  }

  boolean declares(EntityIri entity) {
    return keys.get(key(entity)) != KeyTable.NONE;
  }

  /** The number of the first row that is about the entity, or {@link KeyTable#NONE}. */
  int rowOf(EntityIri entity) {
    return keys.get(key(entity));
  }

  Place place(int number) {
    return Place.row(files.get(fileOf.get(number)), rowOf.get(number));
  }

  /** What is wrong with where the entity is put. */
  List<Objection> misplacements(EntityIri entity) {
    return misplacements.of(entity);
  }

  /** Whether there is a row of the part table at all. */
  boolean brings(Table.Part part) {
    return parts.containsKey(part.file());
  }

  /** The rows of part tables, by table and owner. */
  Map<String, List<PartRow>> parts(Table.Part part) {
    return parts.getOrDefault(part.file(), Map.of());
  }

  List<PartRow> parts(Table.Part part, String owner) {
    return parts(part).getOrDefault(owner, List.of());
  }

  /** The rows of part tables whose owner is not in the import. */
  List<PartRow> strayParts() {
    List<PartRow> stray = new ArrayList<>();
    for (Table table : Tables.ALL) {
      for (Table.Part part : table.parts()) {
        parts(part)
            .forEach(
                (owner, rowsOfOwner) -> {
                  if (!owners.contains(ownerKey(table, owner))) {
                    rowsOfOwner.forEach(row -> stray.add(lost(part, row)));
                  }
                });
      }
    }
    return stray;
  }

  private static String ownerKey(Table table, String key) {
    return table.file() + "/" + key;
  }

  private static PartRow lost(Table.Part part, PartRow row) {
    row.row()
        .problem(
            part.owner(),
            row.row().get(part.owner()).orElse(""),
            LocalizedText.of("所属条目不在表中", "The entry that this row belongs to is not there"),
            LocalizedText.of("请改正键，或先补上那一条", "Correct the key, or add that entry"));
    return row;
  }

  /** Rows that are about something of their own, and rows of parts. */
  long rows() {
    return rows;
  }

  /** How many rows have a number. */
  int size() {
    return rowOf.size();
  }

  /** Of all that was read: equal for equal rows in the same order. */
  String digest() {
    try {
      return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
    } catch (CloneNotSupportedException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String key(EntityIri entity) {
    return entity.type().segment() + "/" + entity.key();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
