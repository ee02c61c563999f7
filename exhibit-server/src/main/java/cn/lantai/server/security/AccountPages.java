package cn.lantai.server.security;

import cn.lantai.server.rights.Grant;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.rights.Role;
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
import java.util.List;
import java.util.Optional;

/** Accounts and their roles, for the security administrator. */
@Path("/workbench/accounts")
@RequestScoped
@Requires(Permission.ACCOUNTS)
public class AccountPages {

  static final String PATH = "/workbench/accounts";

  @Inject AccountDesk desk;
  @Inject Accounts accounts;
  @Inject Visitor visitor;
  @Inject StageStores stores;
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
      String password = desk.create(name, person);
      return page(201, show(Accounts.normal(name), Optional.of(password), Optional.empty()));
    } catch (AccountRefusedException refused) {
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
    Optional<Grant> grant = desk.grant(desk.role(role), scope);
    if (grant.isEmpty()) {
      return page(422, show(name, Optional.empty(), Optional.of(AccountFault.SCOPE)));
    }
    return change(
        name,
        () -> {
          desk.give(name, grant.get());
          return Optional.empty();
        });
  }

  @POST
  @Path("{name}/revoke")
  public Response revoke(
      @PathParam("name") String name,
      @FormParam("role") @DefaultValue("") String role,
      @FormParam("scope") @DefaultValue("") String scope) {
    return change(
        name,
        () -> {
          desk.take(name, role, scope);
          return Optional.empty();
        });
  }

  @POST
  @Path("{name}/state")
  public Response setState(
      @PathParam("name") String name, @FormParam("to") @DefaultValue("") String to) {
    return change(
        name,
        () -> {
          desk.setDisabled(name, to.equals("disabled"));
          return Optional.empty();
        });
  }

  @POST
  @Path("{name}/password")
  public Response resetPassword(@PathParam("name") String name) {
    return change(name, () -> Optional.of(desk.resetPassword(name)));
  }

  private Response change(String name, Deed deed) {
    try {
      return page(200, show(name, deed.perform(), Optional.empty()));
    } catch (AccountRefusedException refused) {
      return page(422, show(name, Optional.empty(), Optional.of(fault(refused))));
    }
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
        wording.cards(List.of(desk.known(name))).get(0),
        name.equals(visitor.name()),
        password,
        Role.given(),
        wording.scopes(),
        fault);
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
