package cn.lantai.journal;

import cn.lantai.archive.ReferenceCode;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.hierarchy.Whole;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * Adds to where each entity stands what its newest version says of it: its reference code, and what
 * it lies in.
 */
final class StateMigration implements JavaMigration {

  private static final int PAGE = 1000;

  private static final String WITHOUT =
      "SELECT s.entity, e.content FROM entity_state s"
          + " JOIN journal_entry e ON e.seq = s.current_seq"
          + " WHERE s.lies_in IS NULL AND s.entity > ?"
          + " AND (s.entity LIKE 'lantai:/id/record/%' OR s.entity LIKE 'lantai:/id/set/%'"
          + " OR s.entity LIKE 'lantai:/id/image/%')"
          + " ORDER BY s.entity LIMIT "
          + PAGE;

  private static final String NOTE =
      "UPDATE entity_state SET reference_code = ?, lies_in = ? WHERE entity = ?";

  private final String version;
  private final String description;
  private final boolean completes;
  private final List<String> statements;

  private StateMigration(
      String version, String description, boolean completes, String... statements) {
    this.version = version;
    this.description = description;
    this.completes = completes;
    this.statements = List.of(statements);
  }

  static JavaMigration[] all() {
    return new JavaMigration[] {
      // Not unique: those that were given twice before are kept, until they are mended.
      new StateMigration(
          "3",
          "reference code",
          false,
          "ALTER TABLE entity_state ADD COLUMN reference_code VARCHAR(200)",
          "CREATE INDEX entity_state_of_code ON entity_state (reference_code)"),
      new StateMigration(
          "4",
          "lies in",
          true,
          "ALTER TABLE entity_state ADD COLUMN lies_in VARCHAR(160)",
          "CREATE INDEX entity_state_of_whole ON entity_state (lies_in)")
    };
  }

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion(version);
  }

  @Override
  public String getDescription() {
    return description;
  }

  @Override
  public Integer getChecksum() {
    return null;
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }

  @Override
  public void migrate(Context context) throws SQLException {
    try (Statement statement = context.getConnection().createStatement()) {
      for (String change : statements) {
        statement.execute(change);
      }
    }
    if (completes) {
      complete(context.getConnection());
    }
  }

  /** Notes what is not noted yet. */
  static void complete(Connection connection) throws SQLException {
    try (PreparedStatement page = connection.prepareStatement(WITHOUT);
        PreparedStatement note = connection.prepareStatement(NOTE)) {
      String after = "";
      for (int found = PAGE; found == PAGE; ) {
        found = 0;
        page.setString(1, after);
        try (ResultSet rows = page.executeQuery()) {
          while (rows.next()) {
            found++;
            after = rows.getString(1);
            note(after, rows.getBytes(2), note);
          }
        }
        note.executeBatch();
      }
    }
  }

  private static void note(String entity, byte[] packed, PreparedStatement note)
      throws SQLException {
    Optional<EntityIri> iri = EntityIri.parse(entity);
    try {
      EntityGraph graph = EntityGraph.ofNTriples(iri.orElseThrow(), ContentCodec.unpack(packed));
      note.setString(1, ReferenceCode.in(graph).map(ReferenceCode::value).orElse(null));
      note.setString(2, Whole.of(graph).map(EntityIri::uri).orElse(null));
      note.setString(3, entity);
      note.addBatch();
    } catch (DataFormatException damaged) {
      throw new SQLException("The newest version of " + entity + " cannot be read", damaged);
    }
  }
}
