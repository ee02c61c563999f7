package cn.lantai.server.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The people who work with a server, each with a role and signed in. */
public final class Staff {

  private static final String PASSWORD = "三只黑猫坐在石桥上看江南的雨";
  private static final Pattern SECRET = Pattern.compile("<code>([a-z2-9]{4}(?:-[a-z2-9]{4}){3})<");

  private static final Pattern TOKEN = Pattern.compile("lantai_[A-Za-z0-9_-]{32,}");

  private final LantaiProcess server;
  private final Map<String, Person> people = new HashMap<>();

  private Staff(LantaiProcess server) {
    this.server = server;
  }

  /** Its first administrator, who is called {@code admin}. */
  public static Staff of(LantaiProcess server) {
    Staff staff = new Staff(server);
    Person admin = new Person(server.baseUrl());
    assertEquals(303, admin.signIn("admin", server.password().orElseThrow()).statusCode());
    staff.people.put("admin", admin);
    return staff;
  }

  public Staff with(String role, String... names) {
    return within("", role, names);
  }

  /**
   * With a role for a part of the holdings.
   *
   * @param scope such as {@code set/f1}; empty for everywhere
   */
  public Staff within(String scope, String role, String... names) {
    for (String name : names) {
      people.put(name, hired(name, role, scope));
    }
    return this;
  }

  private Person hired(String name, String role, String scope) {
    Person admin = get("admin");
    HttpResponse<String> made = admin.post("/workbench/accounts", "name", name);
    Matcher secret = SECRET.matcher(made.body());
    assertTrue(secret.find(), made.statusCode() + " " + made.body());
    done(admin.post("/workbench/accounts/" + name + "/grant", "role", role, "scope", scope));
    Person person = new Person(server.baseUrl());
    done(person.signIn(name, secret.group(1)));
    done(
        person.post(
            "/workbench/account/password",
            "old",
            secret.group(1),
            "new",
            PASSWORD,
            "again",
            PASSWORD));
    return person;
  }

  private static void done(HttpResponse<String> answer) {
    assertTrue(answer.statusCode() < 400, answer.statusCode() + " " + answer.body());
  }

  public Person get(String name) {
    return people.get(name);
  }

  /**
   * A header with a token of somebody whom this has made.
   *
   * @param permission what the token is good for, beside seeing
   */
  public String[] bearer(String name, String permission) {
    HttpResponse<String> made =
        get(name)
            .post(
                "/workbench/account/tokens",
                "password",
                PASSWORD,
                "label",
                permission,
                "for",
                permission,
                "days",
                "30");
    Matcher secret = TOKEN.matcher(made.body());
    assertTrue(secret.find(), made.statusCode() + " " + made.body());
    return new String[] {"Authorization", "Bearer " + secret.group()};
  }

  /** Signs somebody in with a browser. */
  public static void signIn(Visit visit, String name) {
    Page page = visit.open("/signin");
    page.locator("[name=username]").fill(name);
    page.locator("[name=password]").fill(PASSWORD);
    page.locator("main form button").first().click();
    page.waitForURL("**/workbench**");
  }
}
