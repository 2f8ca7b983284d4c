package dev.storyloom.account;

import dev.storyloom.web.LocalPath;
import dev.storyloom.web.Page;
import dev.storyloom.web.Problem;
import dev.storyloom.web.TypedLine;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The account page: the password, and the devices that are signed in. */
@Path("/account")
class AccountResource {
    private final Registrations registrations;
    private final Sessions sessions;
    private final Entrance entrance;
    private final SignInLimits limits;
    private final Viewer viewer;
    private final Page page;
    private final Accounts accounts;
    private final Optional<URI> modelUrl;
    private final ApiTokens keys;

    AccountResource(Registrations registrations, Sessions sessions, Entrance entrance, SignInLimits limits,
            Viewer viewer, Page page, Accounts accounts,
            @ConfigProperty(name = "storyloom.condenser.url") Optional<URI> modelUrl, ApiTokens keys) {
        this.registrations = registrations;
        this.sessions = sessions;
        this.entrance = entrance;
        this.limits = limits;
        this.viewer = viewer;
        this.page = page;
        this.accounts = accounts;
        this.modelUrl = modelUrl;
        this.keys = keys;
    }

    @CheckedTemplate(basePath = "Account")
    static class Templates {
        static native TemplateInstance account(AccountPage account);

        private Templates() {
        }
    }

    record Device(UUID id, boolean current, String since) {
    }

    record Key(UUID id, String name, String since) {
    }

    /** @param model where stories would be sent, null where no language model is set up */
    record AccountPage(String email, List<Device> devices, boolean changed, String currentFault, String newFault,
            String model, boolean modelAllowed, List<Key> keys, String newKey) {
    }

    @GET
    public TemplateInstance show(@RestQuery boolean changed) {
        return page(changed, null, null, null);
    }

    /** Makes a key for a program; it is shown once, in this answer. */
    @POST
    @Path("keys")
    public TemplateInstance makeKey(@RestForm String name) {
        Account account = viewer.account();
        if (account.guest()) {
            throw new Problem(403, "register_first", words().keysForMembers());
        }
        String called = TypedLine.of(name);
        if (called.isEmpty() || called.length() > ApiTokens.LONGEST_NAME) {
            throw new Problem(422, "bad_name", words().keyNameWrong(ApiTokens.LONGEST_NAME));
        }
        return page(false, null, null, keys.create(account.id, called)
                .orElseThrow(() -> new Problem(409, "key_limit", words().keyLimit(ApiTokens.MOST))));
    }

    @POST
    @Path("keys/{id}/revoke")
    public Response revokeKey(@RestPath UUID id) {
        if (!keys.revoke(id, viewer.account().id)) {
            throw new NotFoundException();
        }
        return LocalPath.of("/account").redirect();
    }

    @POST
    @Path("password")
    public Response changePassword(@RestForm String current, @RestForm String chosen) {
        Account account = viewer.account();
        if (account.guest()) {
            return LocalPath.of("/register").redirect();
        }
        String address = entrance.address();
        boolean allowed = limits.take(account.email, address).isZero();
        if (!allowed || registrations.check(account.email, current == null ? "" : current).isEmpty()) {
            return Response.status(422).entity(page(false, words().currentPasswordWrong(), null, null)).build();
        }
        limits.succeeded(account.email, address);
        Optional<String> fault = Passwords.faultOf(chosen == null ? "" : chosen, account.email)
                .map(found -> found.told(words()));
        if (fault.isPresent()) {
            return Response.status(422).entity(page(false, null, fault.get(), null)).build();
        }
        registrations.changePassword(account.id, chosen);
        entrance.admit(account);
        return LocalPath.of("/account?changed=true").redirect();
    }

    @POST
    @Path("sessions/{id}/close")
    public Response closeSession(@RestPath UUID id) {
        if (!sessions.close(id, viewer.account().id)) {
            throw new NotFoundException();
        }
        return LocalPath.of("/account").redirect();
    }

    @POST
    @Path("language-model")
    public Response allowLanguageModel(@RestForm boolean allowed) {
        accounts.allowLanguageModel(viewer.account().id, allowed);
        return LocalPath.of("/account").redirect();
    }

    private TemplateInstance page(boolean changed, String currentFault, String newFault, String newKey) {
        var day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(viewer.locale()).withZone(ZoneOffset.UTC);
        List<Device> devices = sessions.ofAccount(viewer.account().id).stream()
                .map(s -> new Device(s.id, s.id.equals(viewer.sessionId()), day.format(s.createdAt))).toList();
        return Templates.account(new AccountPage(viewer.account().email, devices, changed, currentFault, newFault,
                modelUrl.map(URI::getHost).orElse(null), accounts.languageModel(viewer.account().id),
                keys.of(viewer.account().id).stream().map(key -> new Key(key.id, key.name, day.format(key.createdAt))).toList(),
                newKey));
    }

    private AccountMessages words() {
        return page.words(AccountMessages.class);
    }
}
