package dev.storyloom.story;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.UUID;

/** Stories, always looked up together with their owner. */
@ApplicationScoped
public class StoryRepository implements PanacheRepositoryBase<Story, UUID> {
    /** The owner's story; a foreign and an unknown id are the same 404. */
    public Story find(UUID id, UUID ownerId) {
        return find("id = ?1 and ownerId = ?2", id, ownerId).firstResultOptional().orElseThrow(NotFoundException::new);
    }

    /** Whether the story was not deleted meanwhile. */
    @Transactional
    public boolean exists(UUID id) {
        return count("id", id) == 1;
    }

    public List<Story> of(UUID ownerId) {
        return list("ownerId = ?1 order by updatedAt desc", ownerId);
    }

    /** As much of the owner's stories as a shelf shows; a story may be long, and there may be a hundred. */
    List<Opening> openings(UUID ownerId) {
        return getEntityManager().createQuery("select new dev.storyloom.story.Opening(t.id, t.title, substring(t.text, 1, 400))"
                + " from Story t where t.ownerId = :owner order by t.updatedAt desc", Opening.class)
                .setParameter("owner", ownerId).getResultList();
    }

    /** Stories in which this character plays, the one changed last first. */
    public List<Story> with(UUID characterId) {
        return list("id in (select r.storyId from Role r where r.characterId = ?1) order by updatedAt desc", characterId);
    }

    /** Stories that wait for this character to be trained. */
    public List<Story> waitingFor(UUID characterId) {
        return list("paintWhenReady is not null and id in (select r.storyId from Role r where r.characterId = ?1)"
                + " order by paintWhenReady", characterId);
    }
}
