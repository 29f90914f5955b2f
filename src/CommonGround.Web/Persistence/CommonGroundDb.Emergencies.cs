using CommonGround.Domain.Cases;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Persistence;

public sealed partial class CommonGroundDb
{
    public DbSet<EmergencyAccess> EmergencyAccesses => Set<EmergencyAccess>();

    public DbSet<EmergencyLedger> EmergencyLedgers => Set<EmergencyLedger>();
}
