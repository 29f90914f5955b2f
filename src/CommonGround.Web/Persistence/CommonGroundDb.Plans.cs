using CommonGround.Domain.Plans;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Persistence;

public sealed partial class CommonGroundDb
{
    public DbSet<PlanVersion> PlanVersions => Set<PlanVersion>();

    public DbSet<PlanItem> PlanItems => Set<PlanItem>();

    public DbSet<Stance> Stances => Set<Stance>();

    public DbSet<StanceAsked> StancesAsked => Set<StanceAsked>();

    public DbSet<LineAsk> LineAsks => Set<LineAsk>();

    public DbSet<HandedOverCopy> HandedOverCopies => Set<HandedOverCopy>();

    public DbSet<CopyContent> CopyContents => Set<CopyContent>();
}
