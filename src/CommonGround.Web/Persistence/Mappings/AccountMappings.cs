using CommonGround.Domain.Accounts;
using CommonGround.Domain.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommonGround.Web.Persistence.Mappings;

internal sealed class AccountMappings :
    IEntityTypeConfiguration<Account>, IEntityTypeConfiguration<Passkey>, IEntityTypeConfiguration<RecoveryCode>, IEntityTypeConfiguration<Session>,
    IEntityTypeConfiguration<SecurityEvent>, IEntityTypeConfiguration<SignInTries>, IEntityTypeConfiguration<AccountInvitation>,
    IEntityTypeConfiguration<ChosenPart>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.HasKey(a => a.PersonId);
        builder.Property(a => a.PersonId).ValueGeneratedNever();
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => a.SignInName).IsUnique();
        // A code that was taken is not taken again, however many try it at once.
        builder.Property(a => a.AuthenticatorLastStep).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<Passkey> builder)
    {
        builder.HasKey(p => p.CredentialId);
        builder.HasOne<Account>().WithMany().HasForeignKey(p => p.PersonId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(p => p.PersonId);
    }

    public void Configure(EntityTypeBuilder<RecoveryCode> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.HasOne<Account>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(c => c.PersonId);
        builder.Property(c => c.UsedAt).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(s => s.PersonId);
    }

    public void Configure(EntityTypeBuilder<ChosenPart> builder)
    {
        builder.HasKey(c => new { c.SessionId, c.CaseId });
        builder.HasOne<Session>().WithMany().HasForeignKey(c => c.SessionId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Party>().WithMany().HasForeignKey(c => c.PartyId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<SecurityEvent> builder)
    {
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.HasOne<Person>().WithMany().HasForeignKey(e => e.PersonId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(e => new { e.PersonId, e.At });
    }

    public void Configure(EntityTypeBuilder<SignInTries> builder)
    {
        builder.HasKey(t => t.Door);
        builder.Ignore(t => t.Tries);
        builder.HasIndex(t => t.LastAt);
    }

    public void Configure(EntityTypeBuilder<AccountInvitation> builder)
    {
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.HasOne<Person>().WithMany().HasForeignKey(i => i.PersonId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(i => i.PersonId);
        builder.HasIndex(i => i.TokenHash).IsUnique();
    }
}
