package cn.lantai.server.security;

import cn.lantai.server.api.JsonBody;
import cn.lantai.server.problem.Problem;
import cn.lantai.server.problem.Problem.Message;
import cn.lantai.server.problem.ProblemException;
import cn.lantai.server.rights.Grant;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.rights.Role;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

/** Accounts and their roles, for programs. */
@Path("api/accounts")
@RequestScoped
@Requires(Permission.ACCOUNTS)
public class AccountResource {

  @Inject AccountDesk desk;
  @Inject Accounts accounts;

  @GET
  public Response list() {
    JsonArrayBuilder list = Json.createArrayBuilder();
    accounts.all().forEach(account -> list.add(json(account)));
    return JsonBody.answer(
        Response.ok(),
        Json.createObjectBuilder()
            .add("accounts", list)
            .add("separate", accounts.areAdministratorsSeparate()));
  }

  /** Makes an account of {@code {"name": "wang", "person": "王敏"}}; its password is told once. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response create(InputStream body) throws IOException {
    JsonObject asked = JsonBody.read(body);
    try {
      String password = desk.create(JsonBody.text(asked, "name"), JsonBody.text(asked, "person"));
      Account made = desk.known(Accounts.normal(JsonBody.text(asked, "name")));
      return JsonBody.answer(
          Response.created(
              URI.create(AccountWording.href(made.name()).replaceFirst("^/workbench", "/api"))),
          json(made).add("password", password));
    } catch (AccountRefusedException refused) {
      throw problem(refused);
    }
  }

  @GET
  @Path("{name}")
  public Response show(@PathParam("name") String name) {
    return JsonBody.answer(Response.ok(), json(desk.known(name)));
  }

  /** Disables or enables it: {@code {"disabled": true}}. */
  @PUT
  @Path("{name}/state")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response setState(@PathParam("name") String name, InputStream body) throws IOException {
    JsonValue disabled = JsonBody.read(body).getOrDefault("disabled", JsonValue.NULL);
    if (!disabled.equals(JsonValue.TRUE) && !disabled.equals(JsonValue.FALSE)) {
      throw problem(
          "state", new Message("写明 disabled：true 或 false。", "Say disabled: true or false."));
    }
    try {
      desk.setDisabled(name, disabled.equals(JsonValue.TRUE));
      return Response.noContent().build();
    } catch (AccountRefusedException refused) {
      throw problem(refused);
    }
  }

  /** A new password for the next sign-in, which is told once. */
  @POST
  @Path("{name}/password")
  public Response resetPassword(@PathParam("name") String name) {
    try {
      return JsonBody.answer(
          Response.ok(), Json.createObjectBuilder().add("password", desk.resetPassword(name)));
    } catch (AccountRefusedException refused) {
      throw problem(refused);
    }
  }

  /**
   * Gives a role.
   *
   * @param scope {@code organisation/…} or {@code set/…}; empty for everything
   */
  @PUT
  @Path("{name}/roles/{role}")
  public Response give(
      @PathParam("name") String name,
      @PathParam("role") String roleName,
      @QueryParam("scope") @DefaultValue("") String scope) {
    desk.known(name);
    Role role = desk.role(roleName);
    Grant grant =
        desk.grant(role, scope)
            .orElseThrow(
                () ->
                    problem(
                        "scope",
                        new Message(
                            "没有这个机构或全宗，或者这个角色不分范围。scope 写作 organisation/键 或 set/键。",
                            "There is no such archive or fonds, or the role is not given for a part."
                                + " A scope is organisation/{key} or set/{key}.")));
    try {
      desk.give(name, grant);
      return Response.noContent().build();
    } catch (AccountRefusedException refused) {
      throw problem(refused);
    }
  }

  @DELETE
  @Path("{name}/roles/{role}")
  public Response take(
      @PathParam("name") String name,
      @PathParam("role") String role,
      @QueryParam("scope") @DefaultValue("") String scope) {
    try {
      desk.take(name, role, scope);
      return Response.noContent().build();
    } catch (AccountRefusedException refused) {
      throw problem(refused);
    }
  }

  static JsonObjectBuilder json(Account account) {
    JsonArrayBuilder roles = Json.createArrayBuilder();
    for (Grant grant : account.grants()) {
      roles.add(
          Json.createObjectBuilder()
              .add("role", grant.role().name())
              .add("scope", AccountWording.value(grant.scope())));
    }
    return Json.createObjectBuilder()
        .add("name", account.name())
        .add("person", account.person())
        .add("disabled", account.disabled())
        .add("oneTimePassword", account.oneTime())
        .add("secondFactor", account.secondFactor())
        .add("roles", roles);
  }

  private static ProblemException problem(AccountRefusedException refused) {
    return problem(
        "account",
        switch (refused.reason()) {
          case NAME ->
              new Message(
                  "用户名只能有文字、数字、点、连字符和下划线，最多四十个，且不能是系统保留的名字。",
                  "A name has letters, digits, dots, hyphens and underlines, up to forty, and is"
                      + " none that the system keeps for itself.");
          case NAME_TAKEN -> new Message("已有这个用户名。", "There is an account of this name.");
          case SEPARATE ->
              new Message(
                  "系统、安全、审计三个管理员须由三个账号分任；唯一管理员不能授予。",
                  "Administrators of the system, of security and of audit are three accounts; the"
                      + " sole administrator's role is not given.");
          case ONESELF ->
              new Message(
                  "不能改自己的角色，也不能停用自己。", "Nobody changes roles of his own, or disables himself.");
          case LAST ->
              new Message("这样就没有人能管账号了。", "Then there would be nobody left who can make accounts.");
          default -> throw new IllegalStateException(refused);
        });
  }

  private static ProblemException problem(String slug, Message detail) {
    return new Problem(422, slug, new Message("账号没有改动", "The account is unchanged"), detail)
        .exception();
  }
}
