using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Infrastructure.Asked;

/// <summary>Asks for all areas whose questions the database finds. What leads to the same page is asked once.</summary>
public sealed class AsksInDatabase(IEnumerable<IAskInDatabase> areas) : IAsk
{
    public async Task<IReadOnlyList<AskedOf>> Of(Guid personId, Guid? caseId, DateTime now)
    {
        var found = await areas.Select(area => area.Of(personId, caseId, now)).Aggregate((one, other) => one.Concat(other)).ToListAsync();
        return
        [
            .. found.OrderBy(row => row.Since).SelectMany(row => areas.Select(area => area.Word(row, now))).OfType<AskedOf>()
                .DistinctBy(asked => (asked.CaseId, asked.Role, asked.TextKey, asked.Href)),
        ];
    }
}
