"""Who may open the card of a file, as the database itself decides it, in the present.

Both functions run as the owner with a fixed search path, so that a page of the past asks for the
relations of today.
"""

MAY_OPEN = """
CREATE FUNCTION victims_may_open(which uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
    WITH viewer AS (
        SELECT nullif(current_setting('throughcare.viewer', true), '')::uuid AS id
    ), file AS (
        SELECT c.*, (now() AT TIME ZONE o.zone)::date AS today, a.holder_id
        FROM cases_case AS c JOIN staff_office AS o ON o.id = c.office_id
        LEFT JOIN cases_assignment AS a ON a.case_id = c.id AND a.ends_at IS NULL
        WHERE c.id = which
    )
    SELECT EXISTS (
        SELECT FROM file AS f, viewer AS v WHERE EXISTS (
            SELECT FROM staff_posting AS p JOIN staff_staffmember AS m ON m.id = p.member_id
            WHERE p.member_id = v.id AND m.is_active AND p.starts_on <= f.today
            AND (p.ends_before IS NULL OR p.ends_before > f.today)
        ) AND (
            f.holder_id = v.id
            OR EXISTS (
                SELECT FROM cases_cover AS k WHERE k.covering_id = v.id
                AND (k.case_id = f.id OR k.officer_id = f.holder_id)
                AND k.starts_on <= f.today AND k.ends_before > f.today
            )
            OR EXISTS (
                SELECT FROM staff_dutyday AS d
                WHERE d.office_id = f.office_id AND d.day = f.today AND d.officer_id = v.id
            )
        ) AND NOT EXISTS (
            SELECT FROM cases_conflict AS x WHERE x.member_id = v.id
            AND (x.case_id = f.id OR x.person_id = f.person_id)
        ) AND NOT EXISTS (
            SELECT FROM cases_restriction AS r WHERE r.case_id = f.id AND r.lifted_at IS NULL
            AND NOT EXISTS (
                SELECT FROM cases_restrictedmember AS n
                WHERE n.restriction_id = r.id AND n.member_id = v.id
            )
        )
    )
$$;
"""

OPEN_TO = """
CREATE FUNCTION victims_open_to(which uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT victims_may_open(which) AND EXISTS (
        SELECT FROM victims_cardopening AS o WHERE o.case_id = which
        AND o.member_id = nullif(current_setting('throughcare.viewer', true), '')::uuid
        AND o.ends_at > now()
    )
$$;
"""

GONE = "DROP FUNCTION victims_open_to(uuid); DROP FUNCTION victims_may_open(uuid);"
