package cn.lantai.preservation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.journal.Draft;
import cn.lantai.journal.Entry;
import cn.lantai.journal.Graphs;
import cn.lantai.media.DigestAlgorithm;
import cn.lantai.testing.Postgres;
import cn.lantai.testing.PostgresExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** An archive may change its database by a backup. Skipped where no PostgreSQL can be started. */
class BackupOnPostgresTest {

  @RegisterExtension static final PostgresExtension SERVER = new PostgresExtension();

  @TempDir Path temporary;

  @Test
  void fromH2ToPostgres() throws Exception {
    try (TestSystem from = new TestSystem(temporary.resolve("from"));
        TestSystem to = onPostgres("to")) {
      assertMoves(from, to);
    }
  }

  @Test
  void fromPostgresToH2() throws Exception {
    try (TestSystem from = onPostgres("from");
        TestSystem to = new TestSystem(temporary.resolve("to"))) {
      assertMoves(from, to);
    }
  }

  @Test
  void fromPostgresToPostgres() throws Exception {
    try (TestSystem from = onPostgres("from");
        TestSystem to = onPostgres("to")) {
      assertMoves(from, to);
    }
  }

  private void assertMoves(TestSystem from, TestSystem to) throws Exception {
    from.withLetters(40);
    from.image(1);
    Path bag = temporary.resolve("bag");
    Backup.Result made = from.backup(bag);
    assertEquals(made.inventory(), to.restore(bag));
    assertEquals(made.inventory(), to.restore().inventory(true));
    to.restore().finish();
    assertTrue(to.journal.verify().intact());
    List<Entry> before = from.journal.after(0, 1000);
    List<Entry> after = to.journal.after(0, 1000);
    assertEquals(before.size(), after.size());
    for (int i = 0; i < before.size(); i++) {
      assertArrayEquals(before.get(i).hash(), after.get(i).hash());
    }
    Draft next = Draft.put(Graphs.letter("r9", "新"), "甲", "");
    assertEquals(before.size() + 1L, to.journal.append(List.of(next)).get(0).sequence());
  }

  private TestSystem onPostgres(String name) throws IOException, SQLException {
    PGSimpleDataSource postgres = new PGSimpleDataSource();
    postgres.setUrl(SERVER.emptyDatabase());
    postgres.setUser(Postgres.USER);
    return new TestSystem(temporary.resolve(name), Set.of(DigestAlgorithm.SHA_256), postgres);
  }
}
