package cn.lantai.server.describe;

import cn.lantai.chain.RowHash;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** A template in the database. */
@Entity(name = "TemplateRow")
@Table(name = "entry_template")
class TemplateRow {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "entry_template_seq")
  @SequenceGenerator(
      name = "entry_template_seq",
      sequenceName = "entry_template_seq",
      allocationSize = 1)
  private long id;

  private String account;
  private String type;
  private String name;
  private String sheet;

  /** For JPA. */
  protected TemplateRow() {}

  TemplateRow(String account, String type, String name, String sheet) {
    this.account = account;
    this.type = type;
    this.name = name;
    this.sheet = sheet;
  }

  void set(String newName, String newSheet) {
    name = newName;
    sheet = newSheet;
  }

  /** The same as long as nothing of it is changed. */
  String mark() {
    return new RowHash().text(name).text(sheet).endHex();
  }

  long id() {
    return id;
  }

  String account() {
    return account;
  }

  String type() {
    return type;
  }

  String name() {
    return name;
  }

  String sheet() {
    return sheet;
  }
}
