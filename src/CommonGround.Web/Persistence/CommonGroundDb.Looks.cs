using CommonGround.Domain.Cases;
using CommonGround.Domain.Journal;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Persistence;

public sealed partial class CommonGroundDb
{
    public DbSet<AccessSubject> AccessSubjects => Set<AccessSubject>();

    public DbSet<PrivacyOfficer> PrivacyOfficers => Set<PrivacyOfficer>();

    public DbSet<LookQuestion> LookQuestions => Set<LookQuestion>();

    public DbSet<Remark> Remarks => Set<Remark>();
}
