using CommonGround.Domain.Cases;
using CommonGround.Domain.Rules;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Infrastructure.Programmes;
using CommonGround.Web.Infrastructure.Reading;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Sharing.WhoSees;

/// <summary>
/// Who sees what, by person: by the citizen's yes (in force, asked for, ended, taken back, with all that happened to it), by law with the
/// rule, and what has been handed over and stays.
/// </summary>
[InCase(Purpose.Own, PartyRole.Citizen)]
public sealed class WhoSeesModel(CommonGroundDb db, SharingMatrices matrices, ProgrammeLibrary content, IEnumerable<IHandedOverCopies> copies, Texts texts) : PageModel
{
    public ConsentSetting Setting { get; private set; } = default!;

    public ConsentsOfCase Consents { get; private set; } = default!;

    public IReadOnlyList<Recipient> People { get; private set; } = [];

    /// <summary>Those who take part no more: what they were permitted, and the copies that stay with them.</summary>
    public IReadOnlyList<Former> Gone { get; private set; } = [];

    /// <summary>What was opened in an emergency and is open now.</summary>
    public IReadOnlyList<EmergencyAccess> OpenInEmergency { get; private set; } = [];

    /// <summary>And what is over, newest first.</summary>
    public IReadOnlyList<EmergencyAccess> EmergenciesOver { get; private set; } = [];

    public bool SupervisorKnown => People.Any(p => p.Party.Role == PartyRole.Supervisor) || Consents.ToCome.Any(c => c.RecipientRole == PartyRole.Supervisor);

    /// <summary>Somebody who took part holds what was handed over to them: that nothing is seen would be said too soon.</summary>
    public bool KeepCopies => Gone.Any(one => one.HandedOver.Count > 0);

    public Guid CaseId => HttpContext.CaseView().CaseId;

    public async Task OnGet(CancellationToken cancel)
    {
        var (view, now) = (HttpContext.CaseView(), HttpContext.Access().Now);
        Setting = await ConsentSetting.Load(db, view, now, matrices);
        Consents = await ConsentsOfCase.Read(db, matrices, texts, CaseId, view.Country, now, cancel);
        var emergencies = await db.EmergencyAccesses.AsNoTracking().Include(e => e.Person).Where(e => e.CaseId == CaseId).OrderByDescending(e => e.From).ToListAsync(cancel);
        OpenInEmergency = [.. emergencies.Where(e => e.IsActive(now))];
        EmergenciesOver = [.. emergencies.Where(e => !e.IsActive(now))];
        var handedOver = new List<HandedOverCopy>();
        foreach (var keeper in copies)
            handedOver.AddRange(await keeper.InCase(CaseId, cancel));

        var copiesOf = handedOver.OrderByDescending(h => h.At).ToLookup(h => h.ToPersonId);
        People =
        [
            .. Setting.Others.Select(party => new Recipient(
                party, Setting.PlaceOf(party), Setting.Matrix.ShownHatOf(party.Role), Setting.OfferTo(party), Consents.StandingTo(party),
                Consents.EndedTo(party.PersonId), Consents.ChangedAwayFrom(party.PersonId), Consents.HistoryOf(party.PersonId), [.. copiesOf[party.PersonId]])),
        ];
        Gone =
        [
            .. Consents.People.Concat(copiesOf.Select(c => c.Key)).Distinct().Where(person => !Setting.Others.Any(p => p.PersonId == person) && Consents.ToComeFor(person) is null)
                .Select(person => new Former(Consents.NameOf(person), Consents.EndedTo(person) is { } ended && Consents.NamesNext(ended, person) ? ended : null, Consents.HistoryOf(person), [.. copiesOf[person]])),
        ];
    }

    /// <summary>Where a yes is changed: with the one on whose card it stands, unless another names them; then with the one whom it names.</summary>
    public string? ChangeAt(Recipient one, Consent yes) =>
        (yes.RecipientPartyId == one.Party.Id || !Consents.IsNamed(one.Party) ? one.Party : Setting.Others.FirstOrDefault(p => p.Id == yes.RecipientPartyId)) is { } party
            ? $"/my/{CaseId}/sharing/change/{party.Id}?yes={yes.Id}" : null;

    /// <summary>What the rule says today, and where it stands.</summary>
    public RuleVersion? Rule(string key) => content.Rules.InForce(key, texts.LocalDay(HttpContext.Access().Now));

    /// <summary>Who is asked about, while they take part.</summary>
    public Party? About(ConsentRequest asked) => Setting.Others.FirstOrDefault(p => p.Id == asked.RecipientPartyId);

    /// <summary>One who takes part, and what they learn on which ground.</summary>
    /// <param name="Standing">Each yes that reaches them: several may.</param>
    /// <param name="Ended">The yes that could be renewed, where none stands.</param>
    /// <param name="ChangedAway">The yes that is for others since it was changed, where none stands.</param>
    public sealed record Recipient(
        Party Party, string? Place, Hat? Hat, ConsentOffer Offer, IReadOnlyList<Consent> Standing, Consent? Ended, Consent? ChangedAway, IReadOnlyList<ConsentEvent> History,
        IReadOnlyList<HandedOverCopy> HandedOver)
    {
        public string Name => Party.Person?.Name ?? "";

        public IEnumerable<(InformationKind Kind, SharingWay Way)> By(Consent yes) => Offer.ByConsent.Where(o => yes.Kinds.Contains(o.Kind));

        public bool CanBeGiven => Offer.ByConsent.Count > 0;
    }

    /// <summary>One who took part.</summary>
    /// <param name="Ended">The yes that could be said once more, and would name them.</param>
    public sealed record Former(string Name, Consent? Ended, IReadOnlyList<ConsentEvent> History, IReadOnlyList<HandedOverCopy> HandedOver);
}
