package cn.lantai.server.describe;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.table.Sheet;
import cn.lantai.table.Tables;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
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
  private static final int MOST = 50;
  private static final int LONGEST = 200_000;

  /** The column that tells of which level a set is. */
  private static final String LEVEL = "著录层级";

  @PersistenceContext(unitName = "server")
  EntityManager manager;

  /**
   * @param level what stands for it in the sheet; empty where there are none
   */
  record Template(long id, String name, String level) {}

  /** By level and name. */
  List<Template> of(String account, EntityType type) {
    return rows(account).stream()
        .filter(row -> row.type().equals(type.segment()))
        .map(row -> new Template(row.id(), row.name(), level(row, type)))
        .sorted(Comparator.comparing(Template::level).thenComparing(Template::name))
        .toList();
  }

  private static String level(TemplateRow row, EntityType type) {
    return SheetJson.read(new EntityIri(type, "new"), row.sheet()).own().getOrDefault(LEVEL, "");
  }

  /** The sheet of a template, for something new; empty if the account has none of this number. */
  Optional<Sheet> find(String account, EntityIri entity, long id) {
    return own(account, id)
        .filter(row -> row.type().equals(entity.type().segment()))
        .map(row -> SheetJson.read(entity, row.sheet()));
  }

  /** What was kept, or why it was not. */
  record Kept(Optional<Long> id, Optional<LocalizedText> fault) {
    static Kept not(String zh, String en) {
      return new Kept(Optional.empty(), Optional.of(LocalizedText.of(zh, en)));
    }
  }

  /** Keeps a sheet without its reference code, in the place of one of the same name. */
  Kept keep(String account, String name, Sheet sheet) {
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      return Kept.not(
          "请给模板起一个 " + LONGEST_NAME + " 字以内的名字",
          "Give the template a name of up to " + LONGEST_NAME + " characters");
    }
    Map<String, String> own = new HashMap<>(sheet.own());
    own.remove(Tables.CODE);
    String json = SheetJson.write(new Sheet(sheet.entity(), own, sheet.parts()));
    if (json.length() > LONGEST) {
      return Kept.not("内容太多，请删去不必放进模板的", "There is too much in it for a template");
    }
    String type = sheet.entity().type().segment();
    List<TemplateRow> all = rows(account);
    all.stream()
        .filter(row -> row.type().equals(type) && row.name().equals(name))
        .forEach(manager::remove);
    if (all.size() >= MOST) {
      return Kept.not(
          "您已有 " + MOST + " 个模板，请先删去用不着的", "You have " + MOST + " templates; delete some first");
    }
    TemplateRow row = new TemplateRow(account, type, name, json);
    manager.persist(row);
    return new Kept(Optional.of(row.id()), Optional.empty());
  }

  /** Nothing happens if the account has no such template. */
  void remove(String account, long id) {
    own(account, id).ifPresent(manager::remove);
  }

  private Optional<TemplateRow> own(String account, long id) {
    return Optional.ofNullable(manager.find(TemplateRow.class, id))
        .filter(row -> row.account().equals(account));
  }

  private List<TemplateRow> rows(String account) {
    return manager
        .createQuery("SELECT t FROM TemplateRow t WHERE t.account = :account", TemplateRow.class)
        .setParameter("account", account)
        .getResultList();
  }
}
