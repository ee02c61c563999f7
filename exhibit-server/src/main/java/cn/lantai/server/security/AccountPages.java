package cn.lantai.server.security;

import cn.lantai.journal.Journal;
import cn.lantai.server.audit.AuditAction;
import cn.lantai.server.audit.AuditKey;
import cn.lantai.server.audit.AuditNote;
import cn.lantai.server.audit.Repetitions;
import cn.lantai.server.problem.Problems;
import cn.lantai.server.rights.Grant;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.rights.Role;
import cn.lantai.server.rights.Scope;
import cn.lantai.server.runtime.StageStores;
import cn.lantai.server.site.Pages;
import cn.lantai.server.site.view.AccountFault;
import cn.lantai.server.site.view.AccountView;
import cn.lantai.server.site.view.AccountsView;
import cn.lantai.server.site.view.PageView;
import cn.lantai.stage.StageKind;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Accounts and their roles, for the security administrator. */
@Path("/workbench/accounts")
@RequestScoped
@Requires(Permission.ACCOUNTS)
public class AccountPages {

  static final String PATH = "/workbench/accounts";

  @Inject Accounts accounts;
  @Inject Sessions sessions;
  @Inject Visitor visitor;
  @Inject Journal journal;
  @Inject StageStores stores;
  @Inject Repetitions repetitions;
  @Inject Csrf csrf;
  @Inject Pages pages;
  @Context HttpServletRequest request;
  @Context UriInfo uri;
  @Context HttpHeaders headers;

  /** What is done to an account; it may give it a new password. */
  private interface Deed {
    Optional<String> perform() throws AccountRefusedException;
  }

  @GET
  public Response list() {
    return list(200, "", "", Optional.empty());
  }

  @POST
  public Response create(
      @FormParam("name") @DefaultValue("") String name,
      @FormParam("person") @DefaultValue("") String person) {
    try {
      String password = accounts.create(name, person);
      return page(201, show(Accounts.normal(name), Optional.of(password), Optional.empty()));
    } catch (AccountRefusedException refused) {
      note(AuditNote.of(AuditAction.ACCOUNT_MADE).with(AuditKey.REASON, refused.reason().name()));
      return list(422, name, person, Optional.of(fault(refused)));
    }
  }

  @GET
  @Path("{name}")
  public Response show(@PathParam("name") String name) {
    return page(200, show(name, Optional.empty(), Optional.empty()));
  }

  @POST
  @Path("{name}/grant")
  public Response grant(
      @PathParam("name") String name,
      @FormParam("role") @DefaultValue("") String role,
      @FormParam("scope") @DefaultValue("") String scope) {
    Role given =
        Arrays.stream(Role.values())
            .filter(each -> each.name().equals(role))
            .findFirst()
            .orElseThrow(() -> Problems.of(400).exception());
    Optional<Scope> where = AccountWording.scope(scope).filter(this::isThere);
    if (where.isEmpty() || (!given.hasScope() && where.get().root().isPresent())) {
      return page(422, show(name, Optional.empty(), Optional.of(AccountFault.SCOPE)));
    }
    return change(
        Accounts.note(AuditAction.ROLE_GIVEN, name, new Grant(given, where.get())),
        name,
        () -> {
          accounts.grant(name, new Grant(given, where.get()), visitor.name());
          return Optional.empty();
        });
  }

  @POST
  @Path("{name}/revoke")
  public Response revoke(
      @PathParam("name") String name,
      @FormParam("role") @DefaultValue("") String role,
      @FormParam("scope") @DefaultValue("") String scope) {
    Optional<Grant> held =
        known(name).grants().stream()
            .filter(grant -> grant.role().name().equals(role))
            .filter(grant -> AccountWording.value(grant.scope()).equals(scope))
            .findFirst();
    return change(
        held.map(grant -> Accounts.note(AuditAction.ROLE_TAKEN, name, grant))
            .orElseGet(() -> AuditNote.of(AuditAction.ROLE_TAKEN).aboutAccount(name)),
        name,
        () -> {
          if (held.isPresent()) {
            accounts.revoke(name, held.get(), visitor.name());
          }
          return Optional.empty();
        });
  }

  /** Disables an account, whose sessions end with it, or enables it again. */
  @POST
  @Path("{name}/state")
  public Response setState(
      @PathParam("name") String name, @FormParam("to") @DefaultValue("") String to) {
    boolean disabled = to.equals("disabled");
    return change(
        AuditNote.of(disabled ? AuditAction.ACCOUNT_DISABLED : AuditAction.ACCOUNT_ENABLED)
            .aboutAccount(name),
        name,
        () -> {
          accounts.setDisabled(name, disabled, visitor.name());
          if (disabled) {
            sessions.endAll(name);
          }
          return Optional.empty();
        });
  }

  /** A new password; the second factor goes, and all sessions. */
  @POST
  @Path("{name}/password")
  public Response resetPassword(@PathParam("name") String name) {
    return change(
        AuditNote.of(AuditAction.PASSWORD_RESET).aboutAccount(name),
        name,
        () -> {
          String password = accounts.reset(name, visitor.name());
          sessions.endAll(name);
          return Optional.of(password);
        });
  }

  /**
   * @param note what the log tells if it is refused; the rest is noted where it is done
   */
  private Response change(AuditNote note, String name, Deed deed) {
    known(name);
    try {
      return page(200, show(name, deed.perform(), Optional.empty()));
    } catch (AccountRefusedException refused) {
      note(note.with(AuditKey.REASON, refused.reason().name()));
      return page(422, show(name, Optional.empty(), Optional.of(fault(refused))));
    }
  }

  private void note(AuditNote note) {
    repetitions.note(
        visitor.name() + " " + note.action() + " " + note.object() + " " + note.detail(),
        note.refused());
  }

  private Response list(int status, String name, String person, Optional<AccountFault> fault) {
    return page(
        status,
        new AccountsView(
            wording().cards(accounts.all()),
            accounts.areAdministratorsSeparate(),
            name,
            person,
            fault));
  }

  private AccountView show(String name, Optional<String> password, Optional<AccountFault> fault) {
    AccountWording wording = wording();
    return new AccountView(
        wording.cards(List.of(known(name))).get(0),
        name.equals(visitor.name()),
        password,
        Role.given(),
        wording.scopes(),
        fault);
  }

  private Account known(String name) {
    return accounts.find(name).orElseThrow(() -> Problems.of(404).exception());
  }

  private boolean isThere(Scope scope) {
    return scope.root().isEmpty() || journal.state(scope.root().get()).isPresent();
  }

  static AccountFault fault(AccountRefusedException refused) {
    return AccountFault.valueOf(refused.reason().name());
  }

  private AccountWording wording() {
    return new AccountWording(pages.language(uri, headers), stores.index(StageKind.WORKING));
  }

  private Response page(int status, PageView view) {
    return pages.own(status, view, uri, headers, Optional.of(visitor.name()), csrf.token(request));
  }
}
