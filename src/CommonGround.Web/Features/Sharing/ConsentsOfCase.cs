using CommonGround.Domain.Cases;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Sharing;

/// <summary>Every yes of a case, with all that happened to each: as far as the viewer may know who is who.</summary>
public sealed class ConsentsOfCase
{
    private readonly IReadOnlyList<Consent> _all;
    private readonly IReadOnlyList<Party> _parties;
    private readonly IReadOnlyDictionary<Guid, string> _organisations;
    private readonly IReadOnlyList<ConsentRequest> _asked;
    private readonly DateTime _now;
    private readonly int _remindDays;

    private ConsentsOfCase(
        IReadOnlyList<Consent> all, IReadOnlyList<Party> parties, IReadOnlyDictionary<Guid, string> organisations,
        IReadOnlyList<ConsentRequest> asked, DateTime now, int remindDays) =>
        (_all, _parties, _organisations, _asked, _now, _remindDays) = (all, parties, organisations, asked, now, remindDays);

    /// <summary>What is asked for and not answered.</summary>
    public IReadOnlyList<ConsentRequest> Asked => [.. _asked.Where(r => r.State == ConsentRequestState.Open)];

    /// <summary>The last answer about each who was asked about, while nothing new is asked.</summary>
    public IEnumerable<ConsentRequest> Answered =>
        _asked.Where(r => r.State is ConsentRequestState.SaidYes or ConsentRequestState.SaidNo && _asked.All(later => later.RecipientPartyId != r.RecipientPartyId || later.AskedAt <= r.AskedAt));

    /// <summary>Each yes that ended and that nothing followed, of those who have none now.</summary>
    public IEnumerable<Consent> Ended => People.Select(EndedTo).OfType<Consent>().Distinct();

    public IEnumerable<Consent> Standing => _all.Where(c => c.IsActive(_now));

    /// <summary>Said, and not begun.</summary>
    public IEnumerable<Consent> ToCome => _all.Where(c => c.IsToCome(_now));

    /// <summary>The yes to someone that has not begun.</summary>
    public Consent? ToComeFor(Guid personId) => ToCome.FirstOrDefault(c => HasReached(c, personId));

    /// <summary>Those whom a yes has reached, by person; whether it is open or not.</summary>
    public IEnumerable<Guid> People => _parties.Where(p => _all.Any(c => c.HasReached(p, _now))).Select(p => p.PersonId).Distinct();

    /// <summary>Each yes by which someone sees something now: the one that names them first, then those that reach them.</summary>
    public IReadOnlyList<Consent> StandingTo(Party party) => [.. Standing.Where(c => c.Reaches(party)).OrderByDescending(c => c.RecipientPartyId == party.Id)];

    /// <summary>Whether a yes names someone, and stands or is to come.</summary>
    public bool IsNamed(Party party) => _all.Any(c => c.RecipientPartyId == party.Id && !c.IsOver(_now));

    /// <summary>Whom it is for, in words: the one who was named, whoever has a part, everyone of an organisation.</summary>
    public string Whom(Consent consent, Texts t) => ConsentWhom.Of(
        consent.Reach, Named(consent)?.Person?.Name ?? "", consent.Workplace ?? _organisations.GetValueOrDefault(consent.OrganisationId ?? Guid.Empty), t);

    /// <summary>Where the one who was named works, as the citizen said it.</summary>
    public string? PlaceOf(Consent consent) => consent.Workplace ?? Named(consent)?.Workplace;

    /// <summary>Those who can open something by it now.</summary>
    public string NamesNow(Consent consent) => Names(_parties.Where(p => p.IsActive(_now) && consent.Reaches(p)), consent);

    /// <summary>All whom it was for while it held.</summary>
    public string NamesEver(Consent consent) => Names(_parties.Where(p => consent.HasReached(p, _now)), consent);

    public string NameOf(Guid personId) => _parties.FirstOrDefault(p => p.PersonId == personId)?.Person?.Name ?? "";

    /// <summary>All that was ever permitted to a person, newest first.</summary>
    public IReadOnlyList<ConsentEvent> HistoryOf(Guid personId) =>
    [
        .. ConsentEvent.Of(_all, _now).Select(e => e.Turn == ConsentTurn.Changed && LeftOut(e.Consent, personId) ? e with { Turn = ConsentTurn.NotForThem } : e)
            .Where(e => e.Turn == ConsentTurn.NotForThem || HasReached(e.Consent, personId)),
    ];

    /// <summary>The last yes to a person that ended and that nothing followed; none while one stands or is to come.</summary>
    public Consent? EndedTo(Guid personId) => LastTo(personId) is { } last && FollowerOf(last) is null ? last : null;

    /// <summary>The last yes to a person, where it was changed to be for others: nobody took it back. None while one stands or is to come.</summary>
    public Consent? ChangedAwayFrom(Guid personId) => LastTo(personId) is { } last && FollowerOf(last) is not null ? last : null;

    /// <summary>Whether it is this person whom the same yes would name if it were said once more.</summary>
    public bool NamesNext(Consent ended, Guid personId) => ended.NamesNext(_parties, _now)?.PersonId == personId;

    /// <summary>Days until the last one, where it is soon; zero on the last day.</summary>
    public int? EndsIn(Consent consent, Texts t) => consent.Until is { } until && until > _now && until <= _now.AddDays(_remindDays)
        ? t.LastDayBefore(until).DayNumber - t.LocalDay(_now).DayNumber : null;

    public static async Task<ConsentsOfCase> Read(CommonGroundDb db, SharingMatrices matrices, Texts t, Guid caseId, string country, DateTime now, CancellationToken cancel)
    {
        var found = await db.Parties.AsNoTracking().Include(p => p.Person).Where(p => p.CaseId == caseId).Select(p => new
        {
            Party = p,
            Consents = db.Consents.Where(c => c.CaseId == caseId && c.RecipientPartyId == p.Id).ToList(),
            Asked = db.ConsentRequests.Where(r => r.CaseId == caseId && r.RecipientPartyId == p.Id && r.State != ConsentRequestState.TakenBack).ToList(),
        }).AsSingleQuery().ToListAsync(cancel);
        var all = found.SelectMany(p => p.Consents).OrderBy(c => c.GivenAt).ThenBy(c => c.Id).ToList();
        var asked = found.SelectMany(p => p.Asked).OrderBy(r => r.AskedAt).ToList();
        var organisations = await ConsentWhom.Organisations(db, all, cancel);
        return new ConsentsOfCase(all, [.. found.Select(p => p.Party).OrderBy(p => p.From).ThenBy(p => p.Role)], organisations, asked, now, matrices.RemindDays(country, t.LocalDay(now)));
    }

    private Party? Named(Consent consent) => _parties.FirstOrDefault(p => p.Id == consent.RecipientPartyId);

    private bool HasReached(Consent consent, Guid personId) => _parties.Any(p => p.PersonId == personId && consent.HasReached(p, _now));

    private Consent? FollowerOf(Consent consent) => _all.FirstOrDefault(f => f.FollowsId == consent.Id);

    private Consent? LastTo(Guid personId) => _all.Any(c => !c.IsOver(_now) && HasReached(c, personId)) ? null
        : _all.Where(c => HasReached(c, personId) && (FollowerOf(c) is not { } follower || LeftOut(follower, personId))).MaxBy(c => c.GivenAt);

    /// <summary>Whether what this one took the place of was for a person who was here then, and this one is not.</summary>
    private bool LeftOut(Consent follower, Guid personId) => !HasReached(follower, personId)
        && _all.FirstOrDefault(c => c.Id == follower.FollowsId) is { WithdrawnAt: { } at, WithdrawnWay: null } before
        && _parties.Any(p => p.PersonId == personId && before.HasReached(p, _now) && p.From <= at && (p.Until is null || p.Until >= at));

    private string Names(IEnumerable<Party> reached, Consent consent)
    {
        var names = reached.Select(p => p.Person?.Name).OfType<string>().Distinct().ToList();
        return names.Count > 0 ? string.Join(", ", names) : Named(consent)?.Person?.Name ?? "";
    }
}
