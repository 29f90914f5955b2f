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

/// <summary>Who sees what: by the citizen's yes, by law, and what has been handed over and stays.</summary>
[InCase(Purpose.Own, PartyRole.Citizen)]
public sealed class WhoSeesModel(CommonGroundDb db, SharingMatrices matrices, ProgrammeLibrary content, IEnumerable<IHandedOverCopies> copies, Texts texts) : PageModel
{
    public IReadOnlyList<Recipient> People { get; private set; } = [];

    /// <summary>Permissions that have ended, newest first, with the recipient's name.</summary>
    public IReadOnlyList<(Consent Consent, string Name, DateTime EndedAt)> Ended { get; private set; } = [];

    /// <summary>Copies of those who take part no more: these stay with them.</summary>
    public IReadOnlyList<(string Name, HandedOverCopy Copy)> Kept { get; private set; } = [];

    public bool SupervisorKnown => People.Any(p => p.Party.Role == PartyRole.Supervisor);

    public Guid CaseId => HttpContext.CaseView().CaseId;

    public async Task OnGet(CancellationToken cancel)
    {
        var now = HttpContext.Access().Now;
        var setting = await ConsentSetting.Load(db, HttpContext.CaseView(), now, matrices);
        var consents = await db.Consents.AsNoTracking().Where(c => c.CaseId == CaseId).OrderByDescending(c => c.From)
            .Select(c => new
            {
                Consent = c,
                Name = db.Parties.Where(p => p.Id == c.RecipientPartyId).Select(p => p.Person!.GivenName + " " + p.Person.FamilyName).FirstOrDefault(),
            }).ToListAsync(cancel);
        var handedOver = new List<HandedOverCopy>();
        foreach (var keeper in copies)
            handedOver.AddRange(await keeper.InCase(CaseId, cancel));

        People =
        [
            .. setting.Others.Select(party => new Recipient(
                party, setting.PlaceOf(party), setting.Matrix.HatOf(party.Role), setting.OfferTo(party),
                consents.Find(c => c.Consent.RecipientPartyId == party.Id && c.Consent.IsActive(now))?.Consent,
                [.. handedOver.Where(h => h.ToPersonId == party.PersonId).OrderByDescending(h => h.At)])),
        ];
        var gone = handedOver.Where(h => !setting.Others.Any(p => p.PersonId == h.ToPersonId)).ToList();
        var names = gone.Count == 0 ? [] : await db.Parties.AsNoTracking().Where(p => p.CaseId == CaseId)
            .Select(p => new { p.PersonId, Name = p.Person!.GivenName + " " + p.Person.FamilyName }).Distinct().ToDictionaryAsync(p => p.PersonId, p => p.Name, cancel);
        Kept = [.. gone.OrderByDescending(h => h.At).Select(h => (names.GetValueOrDefault(h.ToPersonId, ""), h))];
        Ended = [.. consents.Where(c => !c.Consent.IsActive(now)).Select(c => (c.Consent, c.Name ?? "", EndOf(c.Consent)))];
    }

    /// <summary>What the rule says today, and where it stands.</summary>
    public RuleVersion? Rule(string key) => content.Rules.InForce(key, texts.LocalDay(HttpContext.Access().Now));

    private static DateTime EndOf(Consent consent) =>
        consent.WithdrawnAt is { } withdrawn && (consent.Until is null || withdrawn < consent.Until) ? withdrawn : consent.Until!.Value;

    /// <summary>One who takes part, and what they learn on which ground.</summary>
    public sealed record Recipient(
        Party Party, string? Place, Hat Hat, ConsentOffer Offer, Consent? Consent, IReadOnlyList<HandedOverCopy> HandedOver)
    {
        public string Name => Party.Person?.Name ?? "";

        public IEnumerable<(InformationKind Kind, SharingWay Way)> ByConsent => Offer.ByConsent.Where(o => Consent?.Kinds.Contains(o.Kind) == true);

        public bool CanBeGiven => Offer.ByConsent.Count > 0;
    }
}
