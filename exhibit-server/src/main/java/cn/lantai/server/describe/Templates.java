package cn.lantai.server.describe;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.journal.RowText;
import cn.lantai.server.describe.TemplateRefusedException.Reason;
import cn.lantai.table.Sheet;
import cn.lantai.table.Tables;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody fills in again and again: the cells of a sheet under a name, for himself alone.
 * They may hold what others must not see.
 */
@ApplicationScoped
@Transactional
public class Templates {

  static final int LONGEST_NAME = 80;
  static final int MOST = 50;
  private static final int LONGEST = 200_000;

  /** The column that tells of which level a set is. */
  private static final String LEVEL = "著录层级";

  @PersistenceContext(unitName = "server")
  EntityManager manager;

  /**
   * @param level what stands for it in the sheet; empty where there are none
   * @param mark the same as long as nothing of it is changed
   */
  record Template(long id, EntityType type, String name, String level, String mark) {}

  /** A template with what it fills in, for something new. */
  record Whole(Template template, Sheet sheet) {}

  /** Those of an account, by type, level and name. */
  List<Template> of(String account) {
    return rows(account).stream()
        .map(Templates::template)
        .sorted(
            Comparator.comparing(Template::type)
                .thenComparing(Template::level)
                .thenComparing(Template::name))
        .toList();
  }

  private static Template template(TemplateRow row) {
    return new Template(
        row.id(),
        EntityType.ofSegment(row.type()).orElseThrow(),
        row.name(),
        sheet(row).own().getOrDefault(LEVEL, ""),
        row.mark());
  }

  private static Sheet sheet(TemplateRow row) {
    return SheetJson.read(placeholder(EntityType.ofSegment(row.type()).orElseThrow()), row.sheet());
  }

  /** What a template is of until something begins with it. */
  static EntityIri placeholder(EntityType type) {
    return new EntityIri(type, "new");
  }

  /** Empty if the account has none of this number. */
  Optional<Whole> find(String account, long id) {
    return own(account, id, LockModeType.NONE).map(row -> new Whole(template(row), sheet(row)));
  }

  /**
   * Keeps a sheet without its reference code, in the place of one of the same name.
   *
   * @return its number
   */
  long keep(String account, String name, Sheet sheet) {
    Optional<TemplateRow> same = named(account, name, sheet);
    same.ifPresent(row -> row.set(fitting(name), fitting(sheet)));
    return same.map(TemplateRow::id).orElseGet(() -> make(account, name, sheet));
  }

  /**
   * Keeps a sheet without its reference code.
   *
   * @return its number
   */
  long make(String account, String name, Sheet sheet) {
    String type = sheet.entity().type().segment();
    TemplateRow row = new TemplateRow(account, type, fitting(name), fitting(sheet));
    if (named(account, name, sheet).isPresent()) {
      throw new TemplateRefusedException(Reason.TAKEN);
    }
    if (rows(account).size() >= MOST) {
      throw new TemplateRefusedException(Reason.TOO_MANY);
    }
    manager.persist(row);
    return row.id();
  }

  /**
   * Puts a name and a sheet in the place of what a template has.
   *
   * @param seen the mark of what it had
   */
  void change(String account, long id, String seen, String name, Sheet sheet) {
    TemplateRow row = seen(account, id, seen);
    String newName = fitting(name);
    String newSheet = fitting(sheet);
    if (named(account, name, sheet).filter(other -> other.id() != id).isPresent()) {
      throw new TemplateRefusedException(Reason.TAKEN);
    }
    row.set(newName, newSheet);
  }

  /**
   * @param seen the mark of what it has
   */
  void remove(String account, long id, String seen) {
    manager.remove(seen(account, id, seen));
  }

  /** Nothing happens if the account has no such template. */
  void remove(String account, long id) {
    own(account, id, LockModeType.NONE).ifPresent(manager::remove);
  }

  private static String fitting(String name) {
    if (name.isEmpty() || name.length() > LONGEST_NAME || !RowText.isStorable(name)) {
      throw new TemplateRefusedException(Reason.NAME);
    }
    return name;
  }

  private static String fitting(Sheet sheet) {
    Map<String, String> own = new HashMap<>(sheet.own());
    own.remove(Tables.CODE);
    String json = SheetJson.write(new Sheet(sheet.entity(), own, sheet.parts()));
    if (json.length() > LONGEST || !RowText.isStorable(json)) {
      throw new TemplateRefusedException(Reason.CONTENT);
    }
    return json;
  }

  private Optional<TemplateRow> named(String account, String name, Sheet sheet) {
    return rows(account).stream()
        .filter(row -> row.type().equals(sheet.entity().type().segment()))
        .filter(row -> row.name().equals(name))
        .findFirst();
  }

  private TemplateRow seen(String account, long id, String seen) {
    return own(account, id, LockModeType.PESSIMISTIC_WRITE)
        .filter(row -> row.mark().equals(seen))
        .orElseThrow(() -> new TemplateRefusedException(Reason.CHANGED));
  }

  private Optional<TemplateRow> own(String account, long id, LockModeType lock) {
    return Optional.ofNullable(manager.find(TemplateRow.class, id, lock))
        .filter(row -> row.account().equals(account));
  }

  private List<TemplateRow> rows(String account) {
    return manager
        .createQuery("SELECT t FROM TemplateRow t WHERE t.account = :account", TemplateRow.class)
        .setParameter("account", account)
        .getResultList();
  }
}
