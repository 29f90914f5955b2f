using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Sharing;

/// <summary>Whom a yes is for, in words that stand inside a sentence: one who was named, whoever has a part, everyone of an organisation.</summary>
internal static class ConsentWhom
{
    /// <param name="name">The one who was named.</param>
    /// <param name="place">The workplace, or the organisation's name.</param>
    public static string Of(ConsentReach reach, string name, string? place, Texts t) =>
        reach == ConsentReach.Party || place is null ? name : t["whom." + reach, place];

    /// <summary>For someone who takes part now, by given name.</summary>
    public static string Of(ConsentReach reach, Party party, ConsentSetting setting, Texts t) => Of(
        reach, party.Person?.GivenName ?? "", reach == ConsentReach.Organisation ? setting.OrganisationOf(party)?.Name : party.Workplace, t);

    /// <summary>The names of the organisations that these are for.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string>> Organisations(CommonGroundDb db, IEnumerable<Consent> consents, CancellationToken cancel)
    {
        var ids = consents.Select(c => c.OrganisationId).OfType<Guid>().Distinct().ToList();
        return ids.Count == 0 ? new Dictionary<Guid, string>()
            : await db.Organisations.AsNoTracking().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancel);
    }
}
