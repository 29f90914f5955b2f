using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared.Plans;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Asked;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.ForMe;

/// <summary>All that is asked of me, over all my cases, what is due first on top.</summary>
[SignedIn(Purpose.Coordination)]
public sealed class ForMeModel(CommonGroundDb db, CopyReading copies, Disclosures disclosures, IEnumerable<IAsk> asks) : PageModel
{
    public IReadOnlyList<(AskedOf Asked, string Name)> Items { get; private set; } = [];

    public bool HoldsCopies { get; private set; }

    /// <summary>They are an organisation's privacy officer besides.</summary>
    public bool AnswersQuestions { get; private set; }

    public async Task OnGet()
    {
        var access = HttpContext.Access();
        var all = await asks.All(access.PersonId, null, access.Now);
        HoldsCopies = await copies.Elsewhere(access.PersonId);
        AnswersQuestions = await db.PrivacyOfficers.AnyAsync(o => o.PersonId == access.PersonId && o.From <= access.Now && (o.Until == null || o.Until > access.Now));
        var ids = all.Select(a => a.CaseId).Distinct().ToList();
        var names = await db.Parties.AsNoTracking().Include(p => p.Person).Where(p => ids.Contains(p.CaseId) && p.Role == PartyRole.Citizen)
            .ToDictionaryAsync(p => p.CaseId, p => p.Person!.Name);
        // To find what is asked, more is loaded than is asked: meetings, for instance, that wait for others.
        disclosures.OnlyOf(ids);
        Items = [.. all.OrderByDescending(a => a.IsNow).ThenBy(a => a.Due ?? DateOnly.MaxValue).ThenBy(a => a.Since).Select(a => (a, names.GetValueOrDefault(a.CaseId, "")))];
    }
}
