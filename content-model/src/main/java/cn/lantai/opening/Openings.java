package cn.lantai.opening;

import cn.lantai.access.AccessState;
import cn.lantai.archive.ArchivalRecord;
import cn.lantai.chain.ChainedStep;
import cn.lantai.curation.Author;
import cn.lantai.curation.Curation;
import cn.lantai.date.EdtfDate;
import cn.lantai.date.HistoricalDate;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.GraphReader;
import cn.lantai.journal.Decisions;
import cn.lantai.journal.EditConflictException;
import cn.lantai.journal.Entry;
import cn.lantai.journal.Journal;
import cn.lantai.journal.Premise;
import cn.lantai.journal.RowText;
import cn.lantai.journal.Transactions;
import cn.lantai.opening.OpeningRefusedException.Reason;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * The one way in to opening reviews. Each step is one transaction, with the row of the journal that
 * it leads to. Safe for use by many threads and servers.
 */
public final class Openings {

  private static final int DIGITS = 16;
  private static final int LAST_YEAR = 9999;

  private final Transactions transactions;
  private final Journal journal;
  private final Curation curation;
  private final RecordTexts texts;
  private final int years;
  private final Clock clock;

  /**
   * @param years so many years after it was made a record is due
   */
  public Openings(
      Transactions transactions, Journal journal, Curation curation, int years, Clock clock) {
    this.transactions = Objects.requireNonNull(transactions, "transactions");
    this.journal = Objects.requireNonNull(journal, "journal");
    this.curation = Objects.requireNonNull(curation, "curation");
    this.texts = new RecordTexts(journal);
    this.years = years;
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  public int years() {
    return years;
  }

  /** This year, where the server stands. */
  public int thisYear() {
    return LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault()).getYear();
  }

  /** What the record says now; empty if there is no such record. */
  public Optional<RecordText> text(EntityIri record) {
    return texts.of(record);
  }

  /** The year in which a record is due; 0 if nobody knows when it was made. */
  public int due(EntityGraph record) {
    OptionalInt until = AccessState.delayedUntil(new GraphReader(record));
    return until.isPresent()
        ? until.getAsInt()
        : ArchivalRecord.of(record)
            .date()
            .flatMap(HistoricalDate::edtf)
            .flatMap(EdtfDate::latest)
            .map(last -> last.getYear() + years)
            .orElse(0);
  }

  /**
   * The first signature. It changes nothing of the record.
   *
   * @param archive the key of the archive that keeps the record, and {@code fonds} of its fonds;
   *     empty if there is none
   * @param mark the {@link RecordText#mark} of what this person saw
   * @param proposal what was proposed to him
   */
  public Opening sign(
      EntityIri record,
      String archive,
      String fonds,
      String mark,
      Proposal proposal,
      Ruling ruling,
      String person) {
    requireFit(ruling, proposal);
    try {
      return inTransaction(
          table -> {
            if (table.openOf(record).isPresent()) {
              throw new OpeningRefusedException(Reason.ALREADY_SIGNED);
            }
            RecordText text = seen(record, mark);
            EntityGraph graph = journal.version(text.version());
            requireWaiting(graph);
            return table.add(
                new OpeningRow(
                    record,
                    text.version(),
                    new Opening.Where(archive, fonds, due(graph)),
                    proposal.outcome(),
                    ruling.outcome()),
                new OpeningStep(
                    1,
                    Act.SIGN,
                    person,
                    now(),
                    Optional.of(ruling),
                    ruling.reason(),
                    mark,
                    ProposalJson.write(proposal),
                    text.version(),
                    ChainedStep.NONE));
          });
    } catch (PersistenceException overtaken) {
      if (openOf(record).isPresent()) {
        throw new OpeningRefusedException(Reason.ALREADY_SIGNED);
      }
      throw overtaken;
    }
  }

  /**
   * The second signature: what was signed comes into force, as a new version of the record.
   *
   * @param seen how many steps there were when this person decided
   * @param mark the {@link RecordText#mark} of what he saw
   * @param knowing whether he knows that this is not what was signed first, if so it is
   */
  public Opening agree(
      long id, int seen, String mark, boolean knowing, String reason, String person) {
    return step(
        id,
        seen,
        Act.AGREE,
        reason,
        person,
        (table, row, before) -> {
          long head = journal.head();
          RecordText text = seen(before.record(), mark);
          if (!knowing && !mark.equals(before.signature().mark())) {
            throw new OpeningRefusedException(Reason.CHANGED);
          }
          EntityGraph graph = journal.version(text.version());
          requireWaiting(graph);
          Ruling ruling = before.ruling();
          Premise premise =
              new Premise(
                  head, entity -> entity.equals(before.record()) || text.parts().contains(entity));
          List<Entry> written =
              curation.saveWithin(
                  ruling.outcome().state().markedOn(graph, ruling.until()),
                  text.version(),
                  premise,
                  new Author(person, inJournal(before, person, reason)));
          long version = written.stream().mapToLong(Entry::sequence).findFirst().orElse(0);
          return table.append(row, before, step(before, Act.AGREE, person, reason, mark, version));
        });
  }

  /** Who was to sign second does not agree. */
  public Opening sendBack(long id, int seen, String reason, String person) {
    if (reason.isBlank()) {
      throw new OpeningRefusedException(Reason.REASON_MISSING);
    }
    return step(
        id,
        seen,
        Act.RETURN,
        reason,
        person,
        (table, row, before) ->
            table.append(row, before, step(before, Act.RETURN, person, reason, "", 0)));
  }

  /** Who signed first takes it back. */
  public Opening retract(long id, int seen, String reason, String person) {
    return step(
        id,
        seen,
        Act.RETRACT,
        reason,
        person,
        (table, row, before) ->
            table.append(row, before, step(before, Act.RETRACT, person, reason, "", 0)));
  }

  public Optional<Opening> find(long id) {
    return read(table -> table.find(id));
  }

  /** The opening review of it that waits for the second signature. */
  public Optional<Opening> openOf(EntityIri record) {
    return read(table -> table.openOf(record));
  }

  /** The same of many; those that have none are left out. */
  public Map<EntityIri, Opening> openOf(Collection<EntityIri> records) {
    return read(table -> table.openOf(records));
  }

  /** All of it, newest first. */
  public List<Opening> of(EntityIri record, int limit) {
    return read(table -> table.of(record, limit));
  }

  /** Those that wait for the second signature, newest first. */
  public List<Opening> signed(long before, int limit) {
    return read(table -> table.standing(Stand.SIGNED, before, limit));
  }

  /** The first signatures that wait for the second, newest first. */
  public List<OpeningNews> signatures(int limit) {
    return read(table -> table.signatures(limit));
  }

  /**
   * What others did, later than {@code since}, in the opening reviews in which a person has signed.
   *
   * @param limit so many steps are looked through
   * @return newest first
   */
  public List<OpeningNews> news(String person, Instant since, int limit) {
    return read(table -> table.news(person, since, limit));
  }

  /**
   * Those that are in force, oldest first.
   *
   * @param archive the key of an archive; empty for all
   * @param outcome only those that came to this
   */
  public List<Opening> decided(String archive, Optional<Outcome> outcome, long after, int limit) {
    return read(table -> table.decided(archive, outcome, after, limit));
  }

  /** How many were decided. */
  public List<OpeningCount> counts() {
    return read(OpeningTable::counts);
  }

  private interface Body {
    Opening apply(OpeningTable table, OpeningRow row, Opening before);
  }

  private Opening step(long id, int seen, Act act, String reason, String person, Body body) {
    requireStorable(reason);
    return Decisions.again(
        () ->
            inTransaction(
                table -> {
                  OpeningRow row =
                      table
                          .locked(id)
                          .orElseThrow(() -> new OpeningRefusedException(Reason.NOT_NOW));
                  Opening before = table.view(row);
                  if (before.steps().size() != seen) {
                    throw new OpeningRefusedException(Reason.MOVED_ON);
                  }
                  before
                      .objection(act, person)
                      .ifPresent(
                          why -> {
                            throw new OpeningRefusedException(why);
                          });
                  try {
                    return body.apply(table, row, before);
                  } catch (EditConflictException changed) {
                    throw new OpeningRefusedException(Reason.CHANGED);
                  }
                }));
  }

  private OpeningStep step(
      Opening before, Act act, String person, String reason, String mark, long row) {
    return new OpeningStep(
        before.last().number() + 1,
        act,
        person,
        now(),
        Optional.empty(),
        reason.strip(),
        mark,
        "",
        row,
        ChainedStep.NONE);
  }

  /** Names the signers and the last step by its hash, so that the journal's chain holds them. */
  private static String inJournal(Opening before, String second, String reason) {
    String said = reason.isBlank() ? before.ruling().reason() : reason.strip();
    String note =
        "开放审核 %d（%s、%s）%s"
            .formatted(
                before.id(),
                before.signature().agent(),
                second,
                before.last().hash().substring(0, DIGITS));
    return said.isEmpty() ? note : said + " · " + note;
  }

  private RecordText seen(EntityIri record, String mark) {
    RecordText text =
        texts.of(record).orElseThrow(() -> new OpeningRefusedException(Reason.NO_RECORD));
    if (!text.mark().equals(mark)) {
      throw new OpeningRefusedException(Reason.CHANGED);
    }
    return text;
  }

  /** Whether somebody still has to say whether it is opened. */
  public static boolean isWaiting(EntityGraph record) {
    AccessState state = AccessState.read(new GraphReader(record)).orElse(AccessState.UNREVIEWED);
    return state == AccessState.UNREVIEWED || state == AccessState.DELAYED;
  }

  private static void requireWaiting(EntityGraph record) {
    if (!isWaiting(record)) {
      throw new OpeningRefusedException(Reason.NOT_WAITING);
    }
  }

  private void requireFit(Ruling ruling, Proposal proposal) {
    requireStorable(ruling.reason());
    boolean closed = ruling.outcome() != Outcome.OPEN;
    boolean yearFits =
        ruling.outcome() == Outcome.EXTEND
            ? ruling.until().isPresent()
                && ruling.until().getAsInt() > thisYear()
                && ruling.until().getAsInt() <= LAST_YEAR
            : ruling.until().isEmpty();
    if (!yearFits) {
      throw new OpeningRefusedException(Reason.YEAR_UNFIT);
    }
    if (closed && ruling.ground().isEmpty()) {
      throw new OpeningRefusedException(Reason.GROUND_MISSING);
    }
    if (ruling.reason().isEmpty() && (closed || ruling.outcome() != proposal.outcome())) {
      throw new OpeningRefusedException(Reason.REASON_MISSING);
    }
  }

  private static void requireStorable(String reason) {
    if (reason.length() > OpeningStep.LONGEST_REASON || !RowText.isStorable(reason)) {
      throw new OpeningRefusedException(Reason.REASON_TOO_LONG);
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private <T> T inTransaction(Function<OpeningTable, T> work) {
    T done = transactions.inTransaction(manager -> work.apply(new OpeningTable(manager)));
    transactions.force();
    return done;
  }

  private <T> T read(Function<OpeningTable, T> query) {
    return transactions.inTransaction(manager -> query.apply(new OpeningTable(manager)));
  }
}
