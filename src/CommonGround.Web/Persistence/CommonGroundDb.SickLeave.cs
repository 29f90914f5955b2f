using CommonGround.Domain.SickLeave;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Persistence;

public sealed partial class CommonGroundDb
{
    public DbSet<ReceivedCertificate> ReceivedCertificates => Set<ReceivedCertificate>();

    public DbSet<ReceivedField> ReceivedFields => Set<ReceivedField>();

    public DbSet<LeavePeriod> LeavePeriods => Set<LeavePeriod>();

    public DbSet<Episode> Episodes => Set<Episode>();

    public DbSet<EpisodeSpan> EpisodeSpans => Set<EpisodeSpan>();
}
