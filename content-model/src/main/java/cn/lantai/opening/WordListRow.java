package cn.lantai.opening;

import cn.lantai.journal.RowText;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** A list of words in the database. */
@Entity(name = "WordListRow")
@Table(name = "opening_list")
class WordListRow {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "opening_list_seq")
  @SequenceGenerator(
      name = "opening_list_seq",
      sequenceName = "opening_list_seq",
      allocationSize = 1)
  private long id;

  private String archive;

  @Enumerated(EnumType.STRING)
  private WordList.Kind kind;

  private String name;

  @Enumerated(EnumType.STRING)
  private Outcome towards;

  private String words;

  @SuppressWarnings("UnusedVariable") // told to who looks into the table
  private String agent;

  @SuppressWarnings("UnusedVariable") // told to who looks into the table
  @Column(name = "changed_at")
  private String at;

  /** For JPA. */
  protected WordListRow() {}

  WordListRow(String archive) {
    this.archive = archive;
  }

  void set(WordList list, String person, Instant now) {
    kind = list.kind();
    name = list.name();
    towards = list.towards();
    words = String.join("\n", list.words());
    agent = person;
    at = RowText.of(now);
  }

  WordList view() {
    return new WordList(id, archive, kind, name, towards, words.lines().toList());
  }
}
