using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared.Seen;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Infrastructure.Reading;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Sharing.AsTheySee;

/// <summary>The citizen sees the case as someone who takes part sees it. In the access log it is the citizen's own look.</summary>
[InCase(Purpose.Own, PartyRole.Citizen)]
public sealed class AsTheySeeModel(
    CommonGroundDb db, SeenBy seenBy, Disclosures disclosures, SharingMatrices matrices, IEnumerable<IHandedOverCopies> copies,
    Readings readings, Texts texts) : PageModel
{
    public Party Party { get; private set; } = default!;

    public Hat? Hat { get; private set; }

    public ConsentOffer Offer { get; private set; } = default!;

    public IReadOnlyDictionary<InformationKind, IReadOnlyList<SeenText>> Seen { get; private set; } =
        new Dictionary<InformationKind, IReadOnlyList<SeenText>>();

    public IReadOnlyList<HandedOverCopy> HandedOver { get; private set; } = [];

    /// <summary>They have no way in now: their part or the yes behind it has ended.</summary>
    public bool ShutOut { get; private set; }

    /// <summary>Kinds of which there is nothing they can open now, though they may get them.</summary>
    public IEnumerable<InformationKind> NothingNow =>
        Enum.GetValues<InformationKind>().Where(kind => !Seen.ContainsKey(kind) && !Offer.Never.Contains(kind));

    /// <summary>By what they are about.</summary>
    public IEnumerable<IGrouping<string, SeenText>> Sections => Seen.Values.SelectMany(kind => kind).GroupBy(text => Origins.Section(text.Row, texts));

    public Origins Origins { get; private set; } = default!;

    public Guid CaseId => HttpContext.CaseView().CaseId;

    public async Task<IActionResult> OnGet(Guid partyId, CancellationToken cancel)
    {
        var now = HttpContext.Access().Now;
        var view = HttpContext.CaseView();
        var party = await db.Parties.AsNoTracking().Include(p => p.Person)
            .FirstOrDefaultAsync(p => p.Id == partyId && p.CaseId == CaseId && p.Role != PartyRole.Citizen, cancel);
        if (party is null)
            return NotFound();

        Party = party;
        var matrix = matrices.For(view.Country);
        Hat = matrix.ShownHatOf(party.Role);
        Offer = ConsentOffer.For(matrix, party.Role, party.Treats);
        ShutOut = !party.IsActive(now) || (ConsentOffer.OnlyByConsent.Contains(party.Role)
            && !(await db.Consents.AsNoTracking().Where(c => c.CaseId == CaseId).ToListAsync(cancel)).Exists(c => c.Reaches(party) && c.IsActive(now)));
        if (!ShutOut)
        {
            Seen = await seenBy.Now(CaseId, party.PersonId, party.Id, opensJournal: !ConsentOffer.OnlyByConsent.Contains(party.Role), now, texts);
            var rows = Seen.Values.SelectMany(kind => kind).Select(text => text.Row).ToList();
            Origins = new Origins(rows, view.CitizenPersonId, await Origins.Names(db, rows, cancel), readings, texts);
        }

        var got = new List<HandedOverCopy>();
        foreach (var keeper in copies)
            got.AddRange((await keeper.InCase(CaseId, cancel)).Where(c => c.ToPersonId == party.PersonId));
        HandedOver = [.. got.OrderByDescending(c => c.At)];
        disclosures.Add(view.CitizenPersonId, CaseId, [.. Seen.Keys]);
        return Page();
    }
}
