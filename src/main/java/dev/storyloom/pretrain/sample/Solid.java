package dev.storyloom.pretrain.sample;

/** A soft form, given by its signed distance (roughly, in toy heights of about two) from a point. */
interface Solid {
    double distance(double x, double y, double z);

    /** An ellipsoid that leans by an angle (radians) in the picture's plane. */
    static Solid ellipsoid(double cx, double cy, double cz, double rx, double ry, double rz, double lean) {
        double cos = Math.cos(lean);
        double sin = Math.sin(lean);
        return (x, y, z) -> {
            double dx = x - cx;
            double dy = y - cy;
            double u = (dx * cos + dy * sin) / rx;
            double v = (dy * cos - dx * sin) / ry;
            double w = (z - cz) / rz;
            double k0 = Math.sqrt(u * u + v * v + w * w);
            double k1 = Math.sqrt(u * u / (rx * rx) + v * v / (ry * ry) + w * w / (rz * rz));
            return k1 == 0 ? -Math.min(rx, Math.min(ry, rz)) : k0 * (k0 - 1) / k1;
        };
    }

    static Solid ellipsoid(double cx, double cy, double cz, double rx, double ry, double rz) {
        return ellipsoid(cx, cy, cz, rx, ry, rz, 0);
    }

    /** A rounded rod between two points, of another radius at its second end. */
    static Solid rod(double ax, double ay, double az, double bx, double by, double bz, double ra, double rb) {
        double ex = bx - ax;
        double ey = by - ay;
        double ez = bz - az;
        double length = ex * ex + ey * ey + ez * ez;
        return (x, y, z) -> {
            double t = ((x - ax) * ex + (y - ay) * ey + (z - az) * ez) / length;
            t = Math.max(0, Math.min(1, t));
            double dx = x - ax - t * ex;
            double dy = y - ay - t * ey;
            double dz = z - az - t * ez;
            return Math.sqrt(dx * dx + dy * dy + dz * dz) - (ra + (rb - ra) * t);
        };
    }

    /** A lying ring around the upright axis. */
    static Solid ring(double cy, double cz, double radius, double thick, double flat) {
        return (x, y, z) -> {
            double r = Math.sqrt(x * x + (z - cz) * (z - cz)) - radius;
            double v = (y - cy) / flat;
            return (Math.sqrt(r * r + v * v) - thick) * Math.min(1, flat);
        };
    }
}
