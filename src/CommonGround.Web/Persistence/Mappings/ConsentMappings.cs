using CommonGround.Domain.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommonGround.Web.Persistence.Mappings;

internal sealed class ConsentMappings :
    IEntityTypeConfiguration<Consent>, IEntityTypeConfiguration<ConsentRequest>, IEntityTypeConfiguration<ConsentReminder>
{
    public void Configure(EntityTypeBuilder<Consent> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Kinds).HasFewValues();
        builder.Property(c => c.Purposes).HasFewValues();
        builder.HasOne<Party>().WithMany().HasForeignKey(c => c.RecipientPartyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => c.Until);
    }

    public void Configure(EntityTypeBuilder<ConsentRequest> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Kinds).HasFewValues();
        builder.Property(r => r.Purposes).HasFewValues();
        builder.HasOne<Case>().WithMany().HasForeignKey(r => r.CaseId);
        builder.HasIndex(r => r.CaseId);
    }

    public void Configure(EntityTypeBuilder<ConsentReminder> builder)
    {
        builder.HasKey(r => r.ConsentId);
        builder.Property(r => r.ConsentId).ValueGeneratedNever();
        builder.HasOne<Consent>().WithOne().HasForeignKey<ConsentReminder>(r => r.ConsentId);
    }
}
