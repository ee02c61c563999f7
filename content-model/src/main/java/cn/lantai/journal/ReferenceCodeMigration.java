package cn.lantai.journal;

import cn.lantai.archive.ReferenceCode;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.zip.DataFormatException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/** Adds to where each entity stands the reference code of its newest version. */
final class ReferenceCodeMigration implements JavaMigration {

  private static final int PAGE = 1000;

  /** Not unique: those that were given twice before are kept, until they are mended. */
  private static final String[] TABLE = {
    "ALTER TABLE entity_state ADD COLUMN reference_code VARCHAR(200)",
    "CREATE INDEX entity_state_of_code ON entity_state (reference_code)"
  };

  private static final String WITHOUT =
      "SELECT s.entity, e.content FROM entity_state s"
          + " JOIN journal_entry e ON e.seq = s.current_seq"
          + " WHERE s.reference_code IS NULL AND s.entity > ?"
          + " AND (s.entity LIKE 'lantai:/id/record/%' OR s.entity LIKE 'lantai:/id/set/%')"
          + " ORDER BY s.entity LIMIT "
          + PAGE;

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion("3");
  }

  @Override
  public String getDescription() {
    return "reference code";
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
      for (String change : TABLE) {
        statement.execute(change);
      }
    }
    complete(context.getConnection());
  }

  /** Notes the codes that are not noted yet. */
  static void complete(Connection connection) throws SQLException {
    try (PreparedStatement page = connection.prepareStatement(WITHOUT);
        PreparedStatement note =
            connection.prepareStatement(
                "UPDATE entity_state SET reference_code = ? WHERE entity = ?")) {
      String after = "";
      for (int found = PAGE; found == PAGE; ) {
        found = 0;
        page.setString(1, after);
        try (ResultSet rows = page.executeQuery()) {
          while (rows.next()) {
            found++;
            after = rows.getString(1);
            note.setString(1, code(after, rows.getBytes(2)));
            note.setString(2, after);
            note.addBatch();
          }
        }
        note.executeBatch();
      }
    }
  }

  private static String code(String entity, byte[] packed) throws SQLException {
    try {
      EntityGraph graph =
          EntityGraph.ofNTriples(
              EntityIri.parse(entity).orElseThrow(), ContentCodec.unpack(packed));
      return ReferenceCode.in(graph).map(ReferenceCode::value).orElse(null);
    } catch (DataFormatException damaged) {
      throw new SQLException("The newest version of " + entity + " cannot be read", damaged);
    }
  }
}
