using CommonGround.Domain.Cases;
using CommonGround.Domain.Invitations;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Persistence;

/// <summary>Ways in, and permissions.</summary>
public sealed partial class CommonGroundDb
{
    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<Consent> Consents => Set<Consent>();

    public DbSet<ConsentRequest> ConsentRequests => Set<ConsentRequest>();

    public DbSet<ConsentReminder> ConsentReminders => Set<ConsentReminder>();
}
