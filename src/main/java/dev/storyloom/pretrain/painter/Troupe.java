package dev.storyloom.pretrain.painter;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.util.EnumSet;
import java.util.Set;

/** Draws whoever is in a picture, at any size and in any pose. */
final class Troupe {
    private static final double MID = Puppet.MIDDLE;
    /** Height of a child's body in its own coordinates. */
    private static final double CHILD = 322;
    /** Largest area of a figure, as a share of its height squared. */
    private static final double AREA = 0.85;
    /** Side of a bust whose head is as large as others. */
    private static final double BUST = 304;
    private static final Set<Subject> CROWNED =
            EnumSet.of(Subject.PRINCESS, Subject.PRINCE, Subject.KING, Subject.QUEEN);

    private final Wardrobe wardrobe;

    Troupe(Wardrobe wardrobe) {
        this.wardrobe = wardrobe;
    }

    Wardrobe wardrobe() {
        return wardrobe;
    }

    /** Width and height of a figure for a child's height of 1. */
    record Size(double width, double height) {
    }

    Size size(Facts.Role role, boolean solid) {
        Subject subject = role.subject();
        double height = subject.stature();
        if (subject.build().hands()) {
            return new Size(height * 0.68, height);
        }
        double aspect = whole(role, solid).aspect();
        double fitted = Math.min(height, height * Math.sqrt(AREA / aspect));
        return new Size(fitted * aspect, fitted);
    }

    /**
     * Draws somebody who stands at (x, y).
     *
     * @param height of a child in pixels
     * @param right whether it looks to the right
     */
    void draw(Graphics2D target, Facts.Role role, Pose pose, double x, double y, double height, boolean right,
              boolean solid) {
        Graphics2D g = (Graphics2D) target.create();
        g.translate(x, y);
        g.scale(right ? -1 : 1, 1);
        Size size = size(role, solid);
        if (role.subject().build().hands()) {
            double s = height * role.subject().stature() / CHILD;
            g.rotate(Math.toRadians(-pose.lean), 0, -height * role.subject().stature() * (pose == Pose.FLY ? 0.5 : 0));
            g.scale(s, s);
            g.translate(-Puppet.MIDDLE, -Puppet.FEET + pose.sink);
            puppet(g, role, pose, solid);
        } else {
            double w = size.width * height;
            double h = size.height * height;
            g.transform(bent(pose, h));
            whole(role, solid).draw(g, -w / 2, -h, w, h);
        }
        g.dispose();
    }

    /** How a figure without hands shows a pose: it leans, leaps or turns. */
    private static AffineTransform bent(Pose pose, double h) {
        double degrees = switch (pose) {
            case RUN -> -9;
            case JUMP -> 17;
            case DANCE, CHEER -> -13;
            case FLY -> -16;
            default -> 0;
        };
        return AffineTransform.getRotateInstance(Math.toRadians(degrees), 0, -h * 0.4);
    }

    private Sprite whole(Facts.Role role, boolean solid) {
        if (role.subject() == Subject.UNICORN) {
            return wardrobe.unicorn(solid);
        }
        Tint tint = role.fur() == null ? role.subject().coat() : role.fur();
        String art = role.subject().art(role.tone());
        return role.subject().looksRight() ? wardrobe.turned(art, tint, solid) : wardrobe.cut(art, tint, solid);
    }

    private void puppet(Graphics2D g, Facts.Role role, Pose pose, boolean solid) {
        Subject subject = role.subject();
        String art = subject.art(role.tone());
        Puppet puppet = new Puppet(g, solid, pose);
        boolean adult = subject.build() == Build.ADULT || subject.build() == Build.COSTUME;
        AffineTransform before = g.getTransform();
        if (adult) {
            g.translate(0, Puppet.FEET);
            g.scale(1, 1.2);
            g.translate(0, -Puppet.FEET);
        }
        body(puppet, role, art);
        g.setTransform(before);
        Costume costume = Costume.of(subject);
        if (costume != null && costume.bust()) {
            wardrobe.head(art, solid).draw(g, MID - BUST / 2, 2, BUST, BUST);
            return;
        }
        double head = adult ? 176 : subject.build() == Build.FURRY ? 204 : 200;
        double top = adult ? 2 : 4;
        Sprite face = wardrobe.square(art, role.fur(), solid);
        if (subject == Subject.ASTRONAUT) {
            puppet.oval(128, 104, 104, 102, 0xE8EAF2);
            face.draw(g, 44, 22, 168, 168);
            g.setColor(new Color(150, 215, 255, 70));
            g.fill(new Ellipse2D.Double(36, 14, 184, 184));
            g.setColor(new Color(255, 255, 255, 190));
            g.fill(new Ellipse2D.Double(62, 36, 34, 22));
            return;
        }
        boolean crowned = CROWNED.contains(subject);
        face.draw(g, MID - head / 2, top + (crowned ? 14 : 0), head, head);
        switch (subject) {
            case PRINCESS, PRINCE, KING, QUEEN -> wardrobe.square("crown", null, solid).draw(g, 76, -18, 104, 84);
            case WIZARD -> hatAndBeard(puppet, role);
            case ELF -> earsAndCap(puppet, wardrobe.skin(art));
            default -> {
            }
        }
    }

    private void hatAndBeard(Puppet puppet, Facts.Role role) {
        int cloth = role.clothes().rgb;
        Path2D beard = new Path2D.Double();
        beard.moveTo(66, 112);
        beard.quadTo(MID, 152, 190, 112);
        beard.quadTo(186, 190, MID, 244);
        beard.quadTo(70, 190, 66, 112);
        beard.closePath();
        puppet.fill(beard, 0xF1F0F4);
        puppet.oval(MID, 140, 20, 8, 0xC66A5C);
        Path2D hat = new Path2D.Double();
        hat.moveTo(58, 58);
        hat.quadTo(112, 20, 150, -74);
        hat.quadTo(170, 10, 198, 58);
        hat.closePath();
        puppet.fill(hat, cloth);
        puppet.oval(MID, 58, 98, 17, cloth);
        puppet.oval(134, 18, 11, 11, 0xFFD84D);
    }

    private static void earsAndCap(Puppet puppet, int skin) {
        for (int side = -1; side <= 1; side += 2) {
            Path2D ear = new Path2D.Double();
            ear.moveTo(MID + side * 62, 88);
            ear.quadTo(MID + side * 92, 74, MID + side * 124, 50);
            ear.quadTo(MID + side * 112, 112, MID + side * 62, 126);
            ear.closePath();
            puppet.fill(ear, skin);
        }
        Path2D cap = new Path2D.Double();
        cap.moveTo(52, 62);
        cap.quadTo(84, -20, 190, -52);
        cap.quadTo(166, -14, 204, 62);
        cap.quadTo(MID, 34, 52, 62);
        cap.closePath();
        puppet.fill(cap, 0x4F9A34);
        puppet.oval(192, -50, 13, 13, 0xFFD84D);
    }

    private void body(Puppet puppet, Facts.Role role, String art) {
        Subject subject = role.subject();
        int cloth = role.clothes() == null ? 0 : role.clothes().rgb;
        switch (subject) {
            case GIRL, WOMAN, GRANDMOTHER -> puppet.clothed(cloth, wardrobe.skin(art), true);
            case BOY, MAN, GRANDFATHER, BABY -> puppet.clothed(cloth, wardrobe.skin(art), false);
            case PRINCESS -> puppet.gowned(cloth, 0xFFE3F1, 0xFFD43B, wardrobe.skin(art));
            case QUEEN -> puppet.gowned(cloth, 0xFFF3C9, 0xFFC83D, wardrobe.skin(art));
            case WIZARD -> puppet.gowned(cloth, 0x5B3A9A, 0xFFD43B, wardrobe.skin(art));
            case PRINCE -> puppet.caped(0xC93A4A, cloth, 0xF5F2F0, 0x5B4636, wardrobe.skin(art));
            case KING -> puppet.caped(0x7A3FB8, cloth, 0xF5F2F0, 0x5B4636, wardrobe.skin(art));
            case ASTRONAUT -> puppet.suited(cloth, 0xE8EAF2, 0x8B8FA6, 0xE8EAF2);
            case ROBOT -> puppet.metal(wardrobe.recoloured(art, role.fur(), 0xCDC4D6));
            default -> {
                Costume costume = Costume.of(subject);
                if (costume == null) {
                    puppet.furry(subject, fur(subject, role.fur(), art));
                } else {
                    puppet.costumed(costume, costume.bust() ? wardrobe.cheek(art) : wardrobe.skin(art));
                }
            }
        }
    }

    private Puppet.Fur fur(Subject subject, Tint tint, String art) {
        Puppet.Fur drawn = switch (subject) {
            case FOX -> new Puppet.Fur(0xFF822D, 0xFFDEA7, 0x4A2F27, 0xFF822D);
            case BEAR -> new Puppet.Fur(0xA56953, 0xE0B08A, 0x6D4534, 0xA56953);
            case PANDA -> new Puppet.Fur(0xF4F4F4, 0xF4F4F4, 0x433B6B, 0x433B6B);
            case LION -> new Puppet.Fur(0xFFB02E, 0xFFE2A3, 0x6D4534, 0xFFB02E);
            case WOLF -> new Puppet.Fur(0x9B9B9B, 0xE6E6E6, 0x636363, 0x9B9B9B);
            case ALIEN -> new Puppet.Fur(0x86D72F, 0xC9F28A, 0x5FA51C, 0x86D72F);
            case KOALA -> new Puppet.Fur(0x9B9B9B, 0xE6E6E6, 0x6F6F78, 0x9B9B9B);
            case RACCOON -> new Puppet.Fur(0x9B9B9B, 0xE6E6E6, 0x4A4A52, 0x7C7C84);
            case HAMSTER -> new Puppet.Fur(0xF9A860, 0xFFE6C9, 0xE57F86, 0xF9A860);
            case POLAR_BEAR -> new Puppet.Fur(0xEDF0F4, 0xFFFFFF, 0xAEB6C2, 0xEDF0F4);
            case HEN -> new Puppet.Fur(0xF6F4F2, 0xFFFFFF, 0xFF9A2E, 0xE4E0EA);
            default -> new Puppet.Fur(0x00D26A, 0xFCF26B, 0x00A85A, 0x00D26A);
        };
        return tint == null ? drawn : new Puppet.Fur(wardrobe.recoloured(art, tint, drawn.body()), drawn.belly(),
                wardrobe.recoloured(art, tint, drawn.feet()), wardrobe.recoloured(art, tint, drawn.arms()));
    }

    /** A chef's hat for a head that {@link #draw} would draw so. */
    void chefHat(Graphics2D target, Facts.Role role, double x, double y, double height) {
        Graphics2D g = (Graphics2D) target.create();
        double s = height * role.subject().stature() / CHILD;
        g.translate(x, y);
        g.scale(s, s);
        g.translate(-MID, -Puppet.FEET + Pose.READ.sink);
        g.setColor(new Color(0xFFFFFF));
        g.fill(new Ellipse2D.Double(62, -64, 70, 66));
        g.fill(new Ellipse2D.Double(124, -64, 70, 66));
        g.fill(new Ellipse2D.Double(90, -80, 76, 76));
        g.setColor(new Color(0xE9EAF2));
        g.fill(new RoundRectangle2D.Double(78, -30, 100, 58, 14, 14));
        g.dispose();
    }
}
