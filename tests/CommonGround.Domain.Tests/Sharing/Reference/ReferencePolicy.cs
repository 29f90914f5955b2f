using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Tests.Sharing.Reference;

/// <summary>
/// Who may learn what, said a second time and as simply as can be: slow, without reasons, from the design's words and the letters of
/// <see cref="ReferenceMatrix"/>, sharing no code with the policy that it is held against.
/// </summary>
internal static class ReferencePolicy
{
    private static readonly string[] Health = ["Health", "Function", "Story", "Diary", "Assessment"];
    private static readonly string[] Nameable = ["Citizen", "Coordinator", "Supervisor", "Companion"];
    private static readonly string[] ByYesOnly = ["Supervisor", "Companion", "Caseworker"];
    private static readonly string[] ForThemselves = ["Citizen", "Supervisor", "Companion"];
    private static readonly string[] Carers = ["Coordinator", "TreatingDoctor", "CertifyingDoctor", "TeamMember", "ClinicalUnit"];

    public static bool Permits(CaseSharing facts, ReferenceMatrix matrix, SharingQuestion asked)
    {
        foreach (var me in facts.Parties)
        {
            // I wear one hat at a time: what I may read in another I do not read in this one.
            var wearsAnother = asked.PartyId != null && asked.PartyId != me.PartyId;
            if (me.PersonId == asked.ViewerPersonId && !wearsAnother && Holds(me.From, me.Until, null, asked.At) && Permits(me, facts, matrix, asked))
                return true;
        }

        return OpenedInEmergency(facts, matrix, asked);
    }

    private static bool Permits(PartyFacts me, CaseSharing facts, ReferenceMatrix matrix, SharingQuestion asked)
    {
        // The case is about me.
        if (me.Role == PartyRole.Citizen)
            return true;

        // What nobody can open for me: a dash, all that is health for a workplace, and who treats.
        var letter = matrix.Of(me.Role, asked.Kind);
        var mine = asked.AuthorPersonId == me.PersonId;
        if (letter == Ground.Never)
            return false;
        if (me.Role == PartyRole.Supervisor && Health.Contains(asked.Kind.ToString()))
            return false;
        // Whoever comes along learns who takes part, and no more of how anyone is reached than that.
        if (me.Role.ToString() == "Companion" && asked.Kind.ToString() == "Contact" && !mine && facts.Parties.All(p => p.PartyId != asked.ItemId))
            return false;
        if (me.Role == PartyRole.Supervisor && asked.Kind == InformationKind.Contact && !mine
            && facts.Parties.All(p => p.PartyId != asked.ItemId || !Nameable.Contains(p.Role.ToString())))
            return false;

        // Name, number and address of someone who must not be found: what I wrote myself is no news to me; else for who leads the case and who treats; the others know whom to turn to.
        if (facts.ProtectedIdentity && asked.Kind.ToString() == "Contact" && !mine && me.Role.ToString() != "Coordinator" && !(me.Treats && Carers.Contains(me.Role.ToString())))
        {
            var row = facts.Parties.FirstOrDefault(p => p.PartyId == asked.ItemId);
            if (row is null || (row.Role.ToString() != "Coordinator" && row.PersonId != me.PersonId))
                return false;
        }

        // I wrote it.
        if (mine)
            return true;

        // Nothing but an emergency is for an emergency.
        if (asked.Purpose.ToString() == "Emergency")
            return false;

        // The law gives it to my role, for working on this case: then it is the law alone that says for what.
        var byLaw = letter is Ground.Law or Ground.Care || (letter == Ground.CareWhoTreat && me.Treats);
        if (byLaw)
            return asked.Purpose.ToString() is "Coordination" or "Interview" or "Meeting" or "Planning" or "ReadCopy";

        // This very text was put before me, and the citizen lets me take part, or I am one of those who care for them.
        var yes = facts.Consents
            .Where(c => IsFor(me, c) && Holds(c.From, c.Until, c.WithdrawnAt, asked.At) && c.Purposes.Contains(asked.Purpose)).ToList();
        var put = facts.Releases.Any(r =>
            asked.ItemId == r.ItemId && asked.ItemId != null && r.ToPartyId == me.PartyId && r.Kind == asked.Kind && Holds(r.From, r.Until, null, asked.At));
        if (put && (yes.Count > 0 || Carers.Contains(me.Role.ToString())))
            return true;

        // The citizen said yes to the whole kind, and my role can be given it this way.
        return yes.Any(c => c.Kinds.Contains(asked.Kind))
            && (letter is Ground.Yes or Ground.CareWhoTreat || (letter == Ground.Copy && asked.Way == SharingWay.HandOver));
    }

    // I work in care, where the case is led and nobody decides on money, and am nothing else in it. I said why, and have opened it for a while:
    // then I read here, for that, what I opened. Never what they told or thought themselves, and never who they are where that is protected.
    private static bool OpenedInEmergency(CaseSharing facts, ReferenceMatrix matrix, SharingQuestion asked)
    {
        if (asked.Purpose.ToString() != "Emergency" || asked.Way.ToString() != "ReadHere")
            return false;
        if (asked.Kind.ToString() is "Story" or "Diary" or "Feedback" || (asked.Kind.ToString() == "Contact" && facts.ProtectedIdentity))
            return false;
        foreach (var part in facts.Parties)
        {
            // Who was named as their manager is that still, whatever has ended.
            var counts = Holds(part.From, part.Until, null, asked.At) || (part.Role.ToString() == "Supervisor" && part.From <= asked.At);
            if (part.PersonId == asked.ViewerPersonId && counts && !Carers.Contains(part.Role.ToString()))
                return false;
        }

        return facts.Emergencies.Any(e => e.PersonId == asked.ViewerPersonId && Holds(e.From, e.Until, null, asked.At) && e.Kinds.Contains(asked.Kind)
            && Carers.Contains(e.Role.ToString()) && !matrix.OfTheAuthority.Contains(e.Role) && matrix.Of(e.Role, asked.Kind) != Ground.Never);
    }

    // It was said to me by name; or to whoever has my part, at my workplace if one was said; or to all of an organisation, and I am there for
    // it: neither a workplace nor a companion ever is, though they may be paid by the same.
    private static bool IsFor(PartyFacts me, ConsentFacts yes)
    {
        if (yes.RecipientPartyId == me.PartyId)
            return true;

        var (mine, said) = (me.Role.ToString(), yes.To?.Role.ToString());
        switch (yes.To?.Reach.ToString())
        {
            case "Role":
                return mine == said && (yes.To.Workplace == null ? !ByYesOnly.Contains(mine) : yes.To.Workplace == me.Workplace);
            case "Organisation":
                return yes.To.OrganisationId != null && me.OrganisationId == yes.To.OrganisationId
                    && !ForThemselves.Contains(mine) && !ForThemselves.Contains(said);
            default:
                return false;
        }
    }

    private static bool Holds(DateTime from, DateTime? until, DateTime? withdrawn, DateTime at) =>
        at >= from && !(until <= at) && !(withdrawn <= at);
}
