package cn.lantai.review;

import cn.lantai.journal.RowText;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** A remark in the database: inserted, never changed. */
@Entity(name = "CommentRow")
@Table(name = "review_comment")
class CommentRow {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "review_comment_seq")
  @SequenceGenerator(
      name = "review_comment_seq",
      sequenceName = "review_comment_seq",
      allocationSize = 1)
  private long id;

  private long review;
  private String spot;
  private String agent;

  @Column(name = "recorded_at")
  private String at;

  private String remark;

  /** For JPA. */
  protected CommentRow() {}

  CommentRow(long review, String spot, String agent, Instant at, String remark) {
    this.review = review;
    this.spot = spot;
    this.agent = agent;
    this.at = RowText.of(at);
    this.remark = remark;
  }

  Comment view() {
    return new Comment(id, review, spot, agent, Instant.parse(at), remark);
  }
}
