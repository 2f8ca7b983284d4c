package dev.storyloom.account;

import dev.storyloom.web.LocalPath;
import dev.storyloom.web.Page;
import dev.storyloom.web.Public;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** Making an account; a guest who registers keeps everything made so far. */
@Path("/register")
@Public
class RegisterResource {
    private final Registrations registrations;
    private final Entrance entrance;
    private final SignInLimits limits;
    private final Viewer viewer;
    private final Page page;

    RegisterResource(Registrations registrations, Entrance entrance, SignInLimits limits, Viewer viewer, Page page) {
        this.registrations = registrations;
        this.entrance = entrance;
        this.limits = limits;
        this.viewer = viewer;
        this.page = page;
    }

    @CheckedTemplate(basePath = "Account")
    static class Templates {
        static native TemplateInstance register(RegisterForm form);

        private Templates() {
        }
    }

    /** What was filled in and what was wrong with it; a fault is null where all is well. */
    record RegisterForm(String email, String next, String emailFault, String passwordFault) {
        boolean faulty() {
            return emailFault != null || passwordFault != null;
        }
    }

    @GET
    public Response form(@RestQuery String next) {
        LocalPath target = LocalPath.of(next);
        if (viewer.signedIn() && !viewer.account().guest()) {
            return target.redirect();
        }
        return Response.ok(Templates.register(new RegisterForm("", target.value(), null, null))).build();
    }

    @POST
    public Response register(@RestForm String email, @RestForm String password, @RestForm String next) {
        String stored = Registrations.stored(email);
        String chosen = password == null ? "" : password;
        LocalPath target = LocalPath.of(next);
        var checked = new RegisterForm(stored, target.value(),
                Registrations.isEmail(stored) ? null : words().emailFault(),
                Passwords.faultOf(chosen, stored).map(fault -> fault.told(words())).orElse(null));
        if (checked.faulty()) {
            return answer(422, checked);
        }
        Duration wait = limits.takeRegistration(entrance.address());
        if (!wait.isZero()) {
            return answer(429, new RegisterForm(stored, target.value(),
                    words().tooManyTries(wait.toMinutes() + 1), null));
        }
        Optional<Account> account = make(stored, chosen);
        if (account.isEmpty()) {
            return answer(422, new RegisterForm(stored, target.value(), words().emailTaken(), null));
        }
        entrance.admit(account.get());
        return target.redirect();
    }

    private Optional<Account> make(String email, String password) {
        UUID guestId = viewer.signedIn() && viewer.account().guest() ? viewer.account().id : null;
        try {
            return registrations.register(email, password, guestId);
        } catch (PersistenceException sameEmailAtTheSameMoment) {
            return Optional.empty();
        }
    }

    private static Response answer(int status, RegisterForm form) {
        return Response.status(status).entity(Templates.register(form)).build();
    }

    private AccountMessages words() {
        return page.words(AccountMessages.class);
    }
}
