using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Infrastructure.SickLeave;

/// <summary>What the viewer's intake grants open: which units, which kinds, under which rule.</summary>
public sealed record IntakeView(IReadOnlyList<Guid> Units, IReadOnlySet<InformationKind> Kinds, string? Rule)
{
    public bool Sees(InformationKind kind) => Kinds.Contains(kind);
}

/// <summary>Reads them anew at each request, from the very table that every read joins.</summary>
public sealed class IntakeReader(CommonGroundDb db, IHttpContextAccessor http)
{
    public async Task<IntakeView> Read()
    {
        var access = http.HttpContext!.Access();
        var grants = await db.Grants.TagWith(Tags.Policy).AsNoTracking()
            .Where(g => g.PersonId == access.PersonId && g.UnitId != null && g.From <= access.Now && (g.Until == null || g.Until > access.Now)
                && (g.Purposes & Grant.Bit(access.Purpose)) != 0)
            .Select(g => new { g.UnitId, g.Kind, g.Rule }).ToListAsync();
        return new IntakeView(
            [.. grants.Select(g => g.UnitId!.Value).Distinct()], grants.Select(g => g.Kind).ToHashSet(), grants.FirstOrDefault(g => g.Rule is not null)?.Rule);
    }
}
