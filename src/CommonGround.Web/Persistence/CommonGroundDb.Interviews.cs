using CommonGround.Domain.Forms;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Persistence;

public sealed partial class CommonGroundDb
{
    public DbSet<FormResponse> FormResponses => Set<FormResponse>();

    public DbSet<StoredAnswer> Answers => Set<StoredAnswer>();

    public DbSet<ReleasedPoint> ReleasedPoints => Set<ReleasedPoint>();
}
