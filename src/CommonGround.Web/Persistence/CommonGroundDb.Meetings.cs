using CommonGround.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Persistence;

public sealed partial class CommonGroundDb
{
    public DbSet<Meeting> Meetings => Set<Meeting>();

    public DbSet<BoardPoint> BoardPoints => Set<BoardPoint>();

    public DbSet<Agreement> Agreements => Set<Agreement>();

    public DbSet<Difference> Differences => Set<Difference>();

    public DbSet<MeetingPresence> MeetingPresences => Set<MeetingPresence>();
}
