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
    private readonly IReadOnlyDictionary<Guid, (Guid PersonId, string Name)> _named;
    private readonly IReadOnlyDictionary<Guid, string> _people;
    private readonly IReadOnlyList<ConsentRequest> _asked;
    private readonly DateTime _now;
    private readonly int _remindDays;

    private ConsentsOfCase(
        IReadOnlyList<Consent> all, IReadOnlyDictionary<Guid, (Guid, string)> named, IReadOnlyDictionary<Guid, string> people,
        IReadOnlyList<ConsentRequest> asked, DateTime now, int remindDays) =>
        (_all, _named, _people, _asked, _now, _remindDays) = (all, named, people, asked, now, remindDays);

    /// <summary>What is asked for and not answered.</summary>
    public IReadOnlyList<ConsentRequest> Asked => [.. _asked.Where(r => r.State == ConsentRequestState.Open)];

    /// <summary>The last answer about each who was asked about, while nothing new is asked.</summary>
    public IEnumerable<ConsentRequest> Answered =>
        _asked.Where(r => r.State is ConsentRequestState.SaidYes or ConsentRequestState.SaidNo && _asked.All(later => later.RecipientPartyId != r.RecipientPartyId || later.AskedAt <= r.AskedAt));

    /// <summary>Each yes that ended and that nothing followed, of those who have none now.</summary>
    public IEnumerable<Consent> Ended => People.Select(EndedTo).OfType<Consent>();

    public IEnumerable<Consent> Standing => _all.Where(c => c.IsActive(_now));

    /// <summary>Those who were said yes to, by person; whoever has an open yes or not.</summary>
    public IEnumerable<Guid> People => _all.Select(PersonOf).Distinct();

    /// <summary>The yes by which someone sees something now: one that names them, else one that reaches them.</summary>
    public Consent? StandingTo(Party party) => Standing.FirstOrDefault(c => c.RecipientPartyId == party.Id) ?? Standing.FirstOrDefault(c => c.Reaches(party));

    public Guid PersonOf(Consent consent) => _named.GetValueOrDefault(consent.RecipientPartyId).PersonId;

    /// <summary>Who was named when it was said.</summary>
    public string NameIn(Consent consent) => _named.GetValueOrDefault(consent.RecipientPartyId).Name ?? "";

    public string NameOf(Guid personId) => _people.GetValueOrDefault(personId, "");

    /// <summary>All that was ever permitted to a person, newest first.</summary>
    public IReadOnlyList<ConsentEvent> HistoryOf(Guid personId) => ConsentEvent.Of([.. _all.Where(c => PersonOf(c) == personId)], _now);

    /// <summary>The last yes to a person that ended and that nothing followed; none while one stands.</summary>
    public Consent? EndedTo(Guid personId) => Standing.Any(c => PersonOf(c) == personId) ? null
        : _all.Where(c => PersonOf(c) == personId && !_all.Any(f => f.FollowsId == c.Id)).MaxBy(c => c.From);

    /// <summary>Days until the last one, where it is soon; zero on the last day.</summary>
    public int? EndsIn(Consent consent, Texts t) => consent.Until is { } until && until > _now && until <= _now.AddDays(_remindDays)
        ? t.LocalDay(until.AddSeconds(-1)).DayNumber - t.LocalDay(_now).DayNumber : null;

    public static async Task<ConsentsOfCase> Read(CommonGroundDb db, SharingMatrices matrices, Texts t, Guid caseId, string country, DateTime now, CancellationToken cancel)
    {
        var parties = await db.Parties.AsNoTracking().Where(p => p.CaseId == caseId).Select(p => new
        {
            p.Id,
            p.PersonId,
            Name = p.Person!.GivenName + " " + p.Person.FamilyName,
            Consents = db.Consents.Where(c => c.CaseId == caseId && c.RecipientPartyId == p.Id).ToList(),
            Asked = db.ConsentRequests.Where(r => r.CaseId == caseId && r.RecipientPartyId == p.Id && r.State != ConsentRequestState.TakenBack).ToList(),
        }).AsSingleQuery().ToListAsync(cancel);
        var all = parties.SelectMany(p => p.Consents).OrderBy(c => c.From).ThenBy(c => c.Id).ToList();
        var asked = parties.SelectMany(p => p.Asked).OrderBy(r => r.AskedAt).ToList();
        return new ConsentsOfCase(all, parties.ToDictionary(p => p.Id, p => (p.PersonId, p.Name)),
            parties.DistinctBy(p => p.PersonId).ToDictionary(p => p.PersonId, p => p.Name), asked, now, matrices.RemindDays(country, t.LocalDay(now)));
    }
}
