package cn.lantai.opening;

import cn.lantai.journal.RowText;
import cn.lantai.journal.Transactions;
import cn.lantai.opening.OpeningRefusedException.Reason;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The lists of words of each archive. Safe for use by many threads and servers. */
public final class WordLists {

  /** An archive that has more of them no longer knows what they say. */
  public static final int MOST = 100;

  private final Transactions transactions;
  private final Clock clock;

  public WordLists(Transactions transactions, Clock clock) {
    this.transactions = Objects.requireNonNull(transactions, "transactions");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /** In the order in which they were made. */
  public List<WordList> of(String archive) {
    return transactions.inTransaction(
        manager ->
            manager
                .createQuery(
                    "SELECT w FROM WordListRow w WHERE w.archive = :archive ORDER BY w.id",
                    WordListRow.class)
                .setParameter("archive", archive)
                .getResultStream()
                .map(WordListRow::view)
                .toList());
  }

  public Optional<WordList> find(long id) {
    return transactions.inTransaction(
        manager -> Optional.ofNullable(manager.find(WordListRow.class, id)).map(WordListRow::view));
  }

  /**
   * Keeps a list, in the place of the one with its number or as a new one.
   *
   * @param seen the mark of the list whose place it takes; not looked at for a new one
   * @throws OpeningRefusedException if that is gone, or was changed since it was seen
   */
  public WordList save(WordList list, String seen, String person) {
    boolean storable =
        RowText.isStorable(list.name()) && list.words().stream().allMatch(RowText::isStorable);
    if (!storable || (list.id() == 0 && of(list.archive()).size() >= MOST)) {
      throw new OpeningRefusedException(Reason.LIST_UNFIT);
    }
    WordList kept =
        transactions.inTransaction(
            manager -> {
              WordListRow row = row(list, seen, manager);
              row.set(list, person, clock.instant());
              if (list.id() == 0) {
                manager.persist(row);
              }
              manager.flush();
              return row.view();
            });
    transactions.force();
    return kept;
  }

  private static WordListRow row(WordList list, String seen, EntityManager manager) {
    if (list.id() == 0) {
      return new WordListRow(list.archive());
    }
    WordListRow row = seen(list.id(), seen, manager);
    if (!row.view().archive().equals(list.archive())) {
      throw new OpeningRefusedException(Reason.MOVED_ON);
    }
    return row;
  }

  private static WordListRow seen(long id, String seen, EntityManager manager) {
    WordListRow row = manager.find(WordListRow.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (row == null || !row.view().mark().equals(seen)) {
      throw new OpeningRefusedException(Reason.MOVED_ON);
    }
    return row;
  }

  /**
   * @param seen the mark of the list that was seen
   * @throws OpeningRefusedException if it is gone, or was changed since
   */
  public void remove(long id, String seen) {
    transactions.inTransaction(
        manager -> {
          manager.remove(seen(id, seen, manager));
          return null;
        });
    transactions.force();
  }
}
