package cn.lantai.server.security;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.search.StageIndex;
import cn.lantai.search.Summary;
import cn.lantai.server.render.Language;
import cn.lantai.server.rights.Scope;
import cn.lantai.server.site.view.AccountCard;
import cn.lantai.server.site.view.AccountView;
import cn.lantai.server.site.view.Text;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Accounts as their pages show them, in the reader's language. */
final class AccountWording {

  private final Language language;
  private final StageIndex working;

  AccountWording(Language language, StageIndex working) {
    this.language = language;
    this.working = working;
  }

  static String href(String name) {
    return AccountPages.PATH
        + "/"
        + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  List<AccountCard> cards(List<Account> accounts) {
    Set<EntityIri> roots =
        accounts.stream()
            .flatMap(account -> account.grants().stream())
            .flatMap(grant -> grant.scope().root().stream())
            .collect(Collectors.toSet());
    Map<EntityIri, Summary> names = working.summaries(roots);
    return accounts.stream()
        .map(
            account ->
                new AccountCard(
                    account.name(),
                    account.person(),
                    href(account.name()),
                    account.disabled(),
                    account.oneTime(),
                    account.secondFactor(),
                    account.grants().stream()
                        .map(
                            grant ->
                                new AccountCard.GrantLine(
                                    grant.role(),
                                    value(grant.scope()),
                                    grant.scope().root().map(root -> name(root, names))))
                        .toList()))
        .toList();
  }

  /** Archives, each with its fonds; fonds that no archive keeps come last. */
  List<AccountView.Scope> scopes() {
    Map<Optional<EntityIri>, List<AccountView.Scope>> byHolder = new LinkedHashMap<>();
    for (Summary fonds : working.fonds()) {
      byHolder
          .computeIfAbsent(fonds.holder(), holder -> new ArrayList<>())
          .add(new AccountView.Scope(value(fonds.iri()), fonds(fonds), List.of()));
    }
    Map<EntityIri, Summary> names =
        working.summaries(byHolder.keySet().stream().flatMap(Optional::stream).toList());
    List<AccountView.Scope> scopes = new ArrayList<>();
    byHolder.forEach(
        (holder, fonds) -> {
          if (holder.isPresent()) {
            scopes.add(
                new AccountView.Scope(value(holder.get()), name(holder.get(), names), fonds));
          }
        });
    scopes.addAll(byHolder.getOrDefault(Optional.<EntityIri>empty(), List.of()));
    return scopes;
  }

  /** Names a scope in a form: {@code organisation/o1}, nothing for everything. */
  static String value(Scope scope) {
    return scope.root().map(AccountWording::value).orElse("");
  }

  private static String value(EntityIri root) {
    return root.type().segment() + "/" + root.key();
  }

  /** Empty if there is no such thing that a role could be given for. */
  static Optional<Scope> scope(String value) {
    if (value.isEmpty()) {
      return Optional.of(Scope.EVERYWHERE);
    }
    String[] parts = value.split("/", 2);
    return EntityType.ofSegment(parts[0])
        .filter(type -> type == EntityType.ORGANISATION || type == EntityType.RECORD_SET)
        .filter(type -> parts.length == 2 && EntityIri.isKey(parts[1]))
        .map(type -> Scope.of(new EntityIri(type, parts[1])));
  }

  private Text fonds(Summary fonds) {
    Text title = text(fonds.title());
    return fonds
        .code()
        .map(code -> Text.of(title.lang(), code + "　" + title.value()))
        .orElse(title);
  }

  private Text name(EntityIri root, Map<EntityIri, Summary> names) {
    return Optional.ofNullable(names.get(root))
        .map(
            summary ->
                root.type() == EntityType.RECORD_SET ? fonds(summary) : text(summary.title()))
        .orElseGet(() -> Text.of("zxx", root.key()));
  }

  private Text text(LocalizedText text) {
    return language == Language.EN && text.en().isPresent()
        ? Text.en(text.en().get())
        : Text.zh(text.zh());
  }
}
